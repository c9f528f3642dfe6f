import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { useWords } from "../app/words.ts";
import { useLines } from "../audit/useLines.ts";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import "./letters.css";

type Read = Out<"GET /reads">["rows"][number];
export type Wanted = { person?: string; record?: string };

/** Who has read what is personal, and why: as much of it as its reader may see. */
export function AuditPage() {
  const { t } = useTranslation(["web", "identity"]);
  const wanted = useSearch({ from: "/admin/audit" });
  const reads = useLines("GET /reads", wanted);
  const only = wanted.person ?? wanted.record;
  return (
    <OfficePage of={reads} title={t("identity:audit.title")} lead={t("identity:audit.lead")}>
      {only && (
        <p>
          {t("identity:audit.only", { only })} <Link to="/admin/audit">{t("identity:audit.all")}</Link>
        </p>
      )}
      <ListTools list="reads" wanted={wanted} views />
      <Asked of={reads}>
        {({ rows }) =>
          rows.length ? (
            <>
              <ol className="rows letters">
                {rows.map((read, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of one number have no name of their own, and never change places.
                  <li key={`${read.number}/${n}`}>
                    <OneRead read={read} />
                  </li>
                ))}
              </ol>
              <More of={reads} />
            </>
          ) : (
            <p className="quiet">{t("identity:audit.none")}</p>
          )
        }
      </Asked>
    </OfficePage>
  );
}

function OneRead({ read }: { read: Read }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const { at, person, name, organisation, organisationName, action, record, filters, rows, reason } = read;
  return (
    <article>
      <p>
        <Link to="/admin/audit" search={{ person }}>
          {name ?? t("identity:erased-person")}
        </Link>
        , {organisationName ?? organisation}
      </p>
      <p>
        {say(`identity:reads.${action.replace(".", "-")}`, { defaultValue: action })}
        {record && (
          <>
            {" · "}
            <Link to="/admin/audit" search={{ record }}>
              {record}
            </Link>
          </>
        )}
        {filters && filters.length > 0 && ` · ${filters.join(", ")}`}
        {rows !== undefined && ` · ${t("identity:audit.taken", { count: rows })}`}
        <span className="quiet small">
          {" · "}
          <time dateTime={at}>{instant(at, i18n.language)}</time>
        </span>
      </p>
      {reason && <blockquote dir="auto">{reason}</blockquote>}
    </article>
  );
}
