import { useTranslation } from "react-i18next";
import { countryName, inLanguage, languageName } from "../app/format.ts";
import type { Kind } from "./search.ts";
import type { Facets } from "./usePartners.ts";

/** Codes by their names in the reader's language; one that nobody knows as it is. */
export function useFilterNames(facets: Facets | undefined) {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return (kind: Kind, code: string): string => {
    if (kind === "country") return countryName(code, language);
    if (kind === "language") return languageName(code, language);
    const ecosystem = facets?.ecosystem.find((one) => one.code === code);
    return ecosystem ? inLanguage(ecosystem.name, language) : code;
  };
}
