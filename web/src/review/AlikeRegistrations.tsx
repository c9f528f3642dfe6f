import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName } from "../app/format.ts";
import { StateTag } from "../parts/StateTag.tsx";

/** Others that may be of the same cluster, of whatever state, each with why. */
export function AlikeRegistrations({ alike }: { alike: Out<"GET /registrations/:id">["alike"] }) {
  const { t, i18n } = useTranslation("sending");
  return (
    <ul className="rows">
      {alike.map(({ id, name, country, state, reasons }) => (
        <li key={id} className="stack">
          <Link to="/admin/review/$id" params={{ id }}>
            {name}
          </Link>
          <span className="quiet small">
            {countryName(country, i18n.language)} ·{" "}
            {t("alike.same", { reasons: reasons.map((reason) => t(`alike.reasons.${reason}`)) })}
          </span>
          <StateTag service="partnerships" state={state} />
        </li>
      ))}
    </ul>
  );
}
