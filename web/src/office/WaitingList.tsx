import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { may } from "../app/may.ts";
import { Asked } from "../parts/Asked.tsx";
import { InPlace } from "../parts/InPlace.tsx";
import type { MissionDetail } from "../parts/MissionFacts.tsx";
import { More } from "../parts/More.tsx";
import { freeIn } from "../parts/missions.ts";
import { Part } from "../parts/Page.tsx";
import { usePages } from "./usePages.ts";
import "./entries.css";

/** Needed by who moves one. */
const MoveEntry = lazy(() => import("./MoveEntry.tsx"));

type Row = Out<"GET /missions/:mission/entries">["rows"][number];

/** Who waits in which order, why each still does, and the way up or down. */
export function WaitingList({ mission }: { mission: MissionDetail }) {
  const { t } = useTranslation("missions");
  const waiting = usePages("GET /missions/:mission/entries", { mission: mission.id, state: "waiting" });
  return (
    <Part title={`${t("entry.office.waiting")} (${mission.waiting})`} id="waiting-list">
      <p className="quiet small">{t("entry.office.rule")}</p>
      <Asked of={waiting}>
        {({ rows }) => (
          <>
            {rows.length === 0 && <p className="quiet">{t("entries.none.waiting")}</p>}
            <ol className="rows entries waiting-list">
              {rows.map((row) => (
                <Waits key={row.company} mission={mission} row={row} />
              ))}
            </ol>
            <More of={waiting} />
          </>
        )}
      </Asked>
    </Part>
  );
}

function Waits({ mission, row }: { mission: MissionDetail; row: Row }) {
  const { t, i18n } = useTranslation("missions");
  const { companyName, seats, least, place = 0, skipped, moves } = row;
  const [last] = skipped?.last ?? [];
  const steps = [
    ...(place > 1 ? [{ ask: t("entry.office.up"), to: place - 1 }] : []),
    ...(place < mission.waiting ? [{ ask: t("entry.office.down"), to: place + 1 }] : []),
  ];
  return (
    <li data-waits={row.company}>
      <span className="mono entry-place">{place}</span>
      <span>
        <strong>{companyName}</strong>
        <span className="quiet small entry-more">
          {t("seats", { count: seats })}
          {least < seats && `, ${t("entry.office.from-least", { least })}`} ·{" "}
          <time dateTime={row.at}>{instant(row.at, i18n.language)}</time>
        </span>
        <span className="small entry-more">
          {t(least < seats ? "entry.office.why-least" : "entry.office.why", {
            seats: t("seats", { count: least }),
            free: freeIn(mission),
          })}
        </span>
        {last && skipped && (
          <span className="small entry-more" data-skipped={skipped.times}>
            {t("entry.office.skip", { at: instant(last.at, i18n.language), free: last.free })}
            {skipped.times > 1 && ` ${t("entry.why.earlier", { count: skipped.times - 1 })}`}
          </span>
        )}
        {moves > 0 && (
          <span className="quiet small entry-more">{t("entry.office.moved", { times: moves })}</span>
        )}
      </span>
      {may(row, "move") && (
        <div className="actions">
          {steps.map(({ ask, to }) => (
            <InPlace key={ask} ask={ask} about={companyName}>
              {(close) => (
                <Suspense>
                  <MoveEntry mission={mission.id} row={row} to={to} close={close} />
                </Suspense>
              )}
            </InPlace>
          ))}
        </div>
      )}
    </li>
  );
}
