import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { type Installation, useInstallation } from "../app/installation.ts";
import "./footer.css";

/** Who runs the portal, how they are reached, and what helps: at the same place on each page (WCAG 2.2, 3.2.6). */
export function Footer() {
  const { t, i18n } = useTranslation();
  const lang = i18n.language;
  const installation = useInstallation();
  return (
    <footer className="shell-foot">
      {installation && <Reached at={installation} />}
      <nav aria-label={t("nav.about")}>
        <Link to="/$lang/help" params={{ lang }}>
          {t("nav.help")}
        </Link>
        <Link to="/$lang/privacy" params={{ lang }}>
          {t("nav.privacy")}
        </Link>
        <Link to="/$lang/accessibility" params={{ lang }}>
          {t("nav.accessibility")}
        </Link>
      </nav>
    </footer>
  );
}

function Reached({ at }: { at: Installation }) {
  const { i18n } = useTranslation();
  const { name, postalAddress, telephone, email, website } = at;
  return (
    <address>
      <strong dir="auto">{inLanguage(name, i18n.language)}</strong>
      {postalAddress && (
        <span className="as-written" dir="auto">
          {postalAddress}
        </span>
      )}
      {telephone && <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{telephone}</a>}
      {email && <a href={`mailto:${email}`}>{email}</a>}
      {website && <a href={website}>{website.replace(/^https?:\/\/|\/$/g, "")}</a>}
    </address>
  );
}
