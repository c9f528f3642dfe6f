import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { countryName, instant } from "../app/format.ts";
import { useSession } from "../app/session.ts";
import { DueDate } from "../parts/DueDate.tsx";
import { useOfficerNames } from "../review/useOfficerNames.ts";

type Item = Out<"GET /queue">["rows"][number];

/** One line each: what it is, when it is due, and what stands out. */
export function QueueList({ rows, current }: { rows: Item[]; current: string | undefined }) {
  const { t, i18n } = useTranslation(["web", "queue", "review"]);
  const names = useOfficerNames();
  const self = useSession()?.person?.person;
  return (
    <ul className="rows queue-rows">
      {rows.map(({ id, name, country, round, dueAt, failing, owner, putOffUntil }) => (
        <li key={id}>
          <Link
            to="/admin"
            search={{ item: id }}
            {...(id === current && { "aria-current": "true" as const })}
          >
            <strong dir="auto">{name}</strong>
          </Link>
          <span className="quiet small">
            <span className="mono">{country}</span> {countryName(country, i18n.language)}
            {round > 1 && ` · ${t("review:round", { round })}`}
            {failing > 0 && ` · ${t("review:failing", { count: failing })}`}
            {owner !== self && names[owner ?? ""] && ` · ${t("queue:for", { name: names[owner ?? ""] })}`}
          </span>
          <DueDate at={dueAt} />
          {putOffUntil && new Date(putOffUntil) > new Date() && (
            <span className="quiet small">
              {t("review:owner.put-off-until", { at: instant(putOffUntil, i18n.language) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
