import { useTranslation } from "react-i18next";
import { speak } from "../app/i18n.ts";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { languages } from "../app/languages.ts";

/** Where the address has no language: the choice is kept in the browser. */
export function LanguageButtons() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className="languages" aria-label={t("nav.languages")}>
      {offeredBy(useInstallation()).map((lang) => (
        <button
          key={lang}
          type="button"
          className="plain"
          lang={lang}
          onClick={() => speak(lang)}
          {...(lang === i18n.language && { "aria-current": "true" })}
        >
          {languages[lang]}
        </button>
      ))}
    </fieldset>
  );
}
