import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName } from "../app/format.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { StateTag } from "../parts/StateTag.tsx";

/** Others that may be of the same cluster, of whatever state, each with why; and the way to see both side by side. */
export function AlikeRegistrations({ registration }: { registration: Out<"GET /registrations/:id"> }) {
  const { t, i18n } = useTranslation(["sending", "review"]);
  const merges = mayTake(useSession(), "POST /registrations/:id/merger");
  return (
    <ul className="rows">
      {registration.alike.map(({ id, name, country, state, reasons }) => (
        <li key={id} className="stack">
          <Link to="/admin/review/$id" params={{ id }}>
            {name}
          </Link>
          <span className="quiet small">
            {countryName(country, i18n.language)} ·{" "}
            {t("alike.same", { reasons: reasons.map((reason) => t(`alike.reasons.${reason}`)) })}
          </span>
          <StateTag service="partnerships" state={state} />
          {merges && (
            <Link to="/admin/review/$id" params={{ id: registration.id }} search={{ beside: id }}>
              {t("review:mergers.compare")} <span className="hidden-text">{name}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
