import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { useInstallation } from "../app/installation.ts";
import "./footer.css";

/** Who runs the portal, and how they are reached. */
export function Footer() {
  const { i18n } = useTranslation();
  const installation = useInstallation();
  if (!installation) return <footer className="shell-foot" />;
  const { name, postalAddress, telephone, email, website } = installation;
  return (
    <footer className="shell-foot">
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
    </footer>
  );
}
