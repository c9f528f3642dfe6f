import { useTranslation } from "react-i18next";
import { type Language, languages, speak } from "../app/i18n.ts";

/** Where the address has no language: the choice is kept in the browser. */
export function LanguageButtons() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="languages" aria-label={t("nav.languages")}>
      {(Object.entries(languages) as [Language, string][]).map(([lang, name]) => (
        <button
          key={lang}
          type="button"
          className="plain"
          lang={lang}
          onClick={() => speak(lang)}
          {...(lang === i18n.language && { "aria-current": "true" })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
