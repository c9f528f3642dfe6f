import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import type { Partners } from "./usePartners.ts";

export function PartnerRow({ partner }: { partner: Partners["rows"][number] }) {
  const { i18n } = useTranslation();
  const { id, name, country, summary, language } = partner;
  return (
    <li>
      <span className="mono partner-country">{country}</span>
      <h2 className="partner-name" dir="auto">
        <Link to="/$lang/partners/$id" params={{ lang: i18n.language, id }}>
          {name}
        </Link>
      </h2>
      <span className="quiet">{countryName(country, i18n.language)}</span>
      <p lang={language} dir="auto">
        {summary}
      </p>
    </li>
  );
}
