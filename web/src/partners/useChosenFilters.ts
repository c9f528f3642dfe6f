import { useTranslation } from "react-i18next";
import { codesIn, toggled } from "./chosen.ts";
import { type Kind, kinds, type Search } from "./search.ts";

export type ChosenFilter = { name: string; without: Search };

/** Each filter that is chosen, and what is left without it. */
export function useChosenFilters(
  search: Search,
  nameOf: (kind: Kind, code: string) => string,
): ChosenFilter[] {
  const { t } = useTranslation("partners");
  const { find, ...codes } = search;
  return [
    ...(find ? [{ name: t("quoted", { words: find }), without: codes }] : []),
    ...kinds.flatMap((kind) =>
      codesIn(search, kind).map((code) => ({
        name: nameOf(kind, code),
        without: toggled(search, kind, code),
      })),
    ),
  ];
}
