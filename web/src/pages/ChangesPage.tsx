import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { OneChange } from "../audit/OneChange.tsx";
import { useLines } from "../audit/useLines.ts";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { More } from "../parts/More.tsx";
import { OfficePage } from "../parts/OfficePage.tsx";
import "./letters.css";

export type Wanted = { person?: string; stream?: string };

/** Who has done what, from the log: as much of it as its reader may see. */
export function ChangesPage() {
  const { t } = useTranslation(["web", "identity"]);
  const wanted = useSearch({ from: "/admin/changes" });
  const changes = useLines("GET /changes", wanted);
  const only = [wanted.person, wanted.stream].filter(Boolean).join(", ");
  return (
    <OfficePage of={changes} title={t("identity:changes.title")} lead={t("identity:changes.lead")}>
      {only && (
        <p>
          {t("identity:audit.only", { only })} <Link to="/admin/changes">{t("identity:audit.all")}</Link>
        </p>
      )}
      <ListTools list="changes" wanted={wanted} views />
      <Asked of={changes}>
        {({ rows }) => (
          <>
            {!rows.length && (
              <p className="quiet">
                {t(changes.hasNextPage ? "identity:changes.none-yet" : "identity:changes.none")}
              </p>
            )}
            <ol className="rows letters">
              {rows.map((change, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one number have no name of their own, and never change places.
                <li key={`${change.number}/${n}`}>
                  <OneChange change={change} />
                </li>
              ))}
            </ol>
            <More of={changes} />
          </>
        )}
      </Asked>
    </OfficePage>
  );
}
