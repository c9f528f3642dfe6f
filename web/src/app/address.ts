import { keptLanguage } from "./i18n.ts";

/** The address with the reader's language, where someone wrote a public one without. */
export function withLanguage({ pathname, search, hash }: Location): string | undefined {
  const isPublic = /^\/(accessibility|help|missions|partners|privacy|register)(\/|$)/.test(pathname);
  return isPublic ? `/${keptLanguage()}${pathname}${search}${hash}` : undefined;
}
