import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countryName } from "../app/format.ts";
import { Part } from "../parts/Page.tsx";
import type { Own } from "./draft.ts";

/** Partners that this cluster may be already: better found now than by the office in five days. */
export default function AlikePartners({ alike }: { alike: Own["alike"] }) {
  const { t, i18n } = useTranslation("sending");
  const { lang } = useParams({ from: "/$lang" });
  return (
    <Part title={t("alike.title")}>
      <div className="stack">
        <p>{t("alike.lead")}</p>
        <ul className="rows alike">
          {alike.map(({ id, name, country, reasons }) => (
            <li key={id}>
              <Link to="/$lang/partners/$id" params={{ lang, id }} target="_blank">
                {name}
              </Link>
              <span className="quiet small">
                {" "}
                {countryName(country, i18n.language)} ·{" "}
                {t("alike.same", { reasons: reasons.map((reason) => t(`alike.reasons.${reason}`)) })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Part>
  );
}
