import { useTranslation } from "react-i18next";
import { countryName, inLanguage, languageName, number } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { type Answers, canBeSent, type Field, meant, type Typed } from "./answers.ts";

/** The same of what is typed: what cannot be read yet stands there as it was typed. */
export function useShownTyped(country: string | undefined): (field: Field, typed: Typed) => string {
  const shown = useShown(country);
  return (field, typed) => {
    const answer = meant(field, typed);
    if (canBeSent(answer)) return shown(field, answer);
    return typeof typed === "object" ? shown(field, typed) : String(typed);
  };
}

/** An answer in the reader's words, with names for codes; several stand on a line each. */
export function useShown(country: string | undefined): (field: Field, answer: unknown) => string {
  const { t, i18n } = useTranslation();
  const { say } = useWords();
  const form = useAsk("GET /registration-form", { country: country ?? "" }, country !== undefined);
  const language = i18n.language;

  function ecosystemName(code: string): string {
    const found = form.data?.ecosystems.find((ecosystem) => ecosystem.code === code);
    return found ? inLanguage(found.name, language) : code;
  }

  return (field, answer) => {
    if (answer === undefined) return "";
    if (field === "country") return countryName(String(answer), language);
    if (field === "kind") return say(`partnerships:kinds.${answer}`);
    if (field === "language" || field === "contactLanguage") return languageName(String(answer), language);
    if (field === "teamHundredths") return number(Number(answer) / 100, language);
    if (field === "nutsRegion" || field === "subdivision")
      return form.data?.regions.find(({ code }) => code === answer)?.name ?? String(answer);
    if (field === "ecosystems") return (answer as Answers["ecosystems"] & {}).map(ecosystemName).join("\n");
    if (field === "members")
      return Object.entries(answer as Answers["members"] & {})
        .map(([type, count]) => `${say(`partnerships:members.${type}`)}${t("colon")} ${count}`)
        .join("\n");
    if (typeof answer === "boolean") return answer ? t("form.yes") : t("form.no");
    return String(answer);
  };
}
