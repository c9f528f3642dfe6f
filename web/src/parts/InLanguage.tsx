import { useTranslation } from "react-i18next";
import { wordsIn } from "../app/format.ts";

/** A text by language, marked where it is not in the reader's own. */
export function InLanguage({ of }: { of: Record<string, string> }) {
  const { i18n } = useTranslation();
  const { words, language } = wordsIn(of, i18n.language);
  if (language === i18n.language) return words;
  return (
    <span lang={language} dir="auto">
      {words}
    </span>
  );
}
