import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { useInstallation } from "../app/installation.ts";

/** Whose portal it is: its logo where it has one, else its short name. */
export function Brand() {
  const { t, i18n } = useTranslation();
  const installation = useInstallation();
  if (!installation) return t("not-found.home");
  const { logo, logoText, name, shortName } = installation;
  if (!logo) return shortName;
  return (
    <img
      className="shell-logo"
      src={`/api/logos/${logo.image}`}
      width={logo.width}
      height={logo.height}
      alt={inLanguage(logoText ?? name, i18n.language)}
    />
  );
}
