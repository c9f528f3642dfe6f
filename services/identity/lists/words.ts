import { byLanguage, codeList, countryNames, type ListName } from "#shared/codes/codes.ts";
import { inLanguage, text } from "#shared/i18n/i18n.ts";
import type { Reader } from "./list.ts";

/** What is left out where there is nothing to say. */
export const moment = (at: string | undefined): Date | undefined => (at ? new Date(at) : undefined);

export const country = (code: string, { language }: Reader): string =>
  countryNames(language).get(code) ?? code;

/** Codes of such a list as their names; a code without one stays as it is. */
export function named(list: ListName, codes: string[], { language }: Reader): string {
  const names = codes.map((code) => {
    const name = codeList(list).get(code)?.name;
    return name ? inLanguage(byLanguage(name), language) : code;
  });
  return names.join("; ");
}

export const said = ({ language }: Reader, key: string, params: Record<string, unknown> = {}): string => {
  const [namespace = "", own = ""] = key.split(":");
  return text(language, namespace, own, params);
};
