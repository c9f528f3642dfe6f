import type { Out } from "./api.ts";
import { type Language, languages } from "./languages.ts";
import { ask, queryClient, useAsk } from "./queries.ts";

export type Installation = Out<"GET /installation">;

const question = ask("GET /installation", {});

/** Before the first page, which is in a language that is offered. Without an answer all are. */
export const fetchInstallation = (): Promise<void> =>
  queryClient.prefetchQuery({ ...question, retry: false });

/** Who runs the portal and how they are reached; undefined while it is not known. */
export const useInstallation = (): Installation | undefined => useAsk("GET /installation", {}).data;

const all = Object.keys(languages) as Language[];

/** The languages of this portal, of those that this build has. */
export function offeredBy(installation: Installation | undefined): Language[] {
  const offered = all.filter((language) => installation?.languages.includes(language));
  return offered.length ? offered : all;
}

/** As far as it is known now, for what happens between pages. */
export function offered(): { languages: Language[]; defaultLanguage: Language } {
  const installation = queryClient.getQueryData(question.queryKey);
  const known = offeredBy(installation);
  const own = known.find((language) => language === installation?.defaultLanguage);
  return { languages: known, defaultLanguage: own ?? (known.includes("en") ? "en" : known[0]!) };
}
