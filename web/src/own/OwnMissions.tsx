import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { days } from "../app/format.ts";
import { Asked } from "../parts/Asked.tsx";
import { InLanguage } from "../parts/InLanguage.tsx";
import { isOver } from "../parts/missions.ts";
import { Part } from "../parts/Page.tsx";
import { RouteTag } from "../parts/RouteTag.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { useOwnEntries } from "./entries.ts";
import "../parts/mission-row.css";

type Entry = Out<"GET /entries">["rows"][number];

/** The missions for which a company has signed up, with what it has on each: those to come, then those that have been. */
export function OwnMissions({ company }: { company: string }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const entries = useOwnEntries();
  return (
    <Asked of={entries}>
      {({ rows }) => {
        const past = rows.filter(isOver);
        const coming = rows.filter((entry) => !isOver(entry));
        return (
          <>
            <Part title={t("missions:own.missions")}>
              {rows.length === 0 && <p className="quiet">{t("missions:own.none", { company })}</p>}
              <Entries entries={coming.sort(byFirstDay)} />
              {coming.length === 0 && (
                <p>
                  <Link to="/$lang/missions" params={{ lang: i18n.language }}>
                    {t("missions:own.to-missions")}
                  </Link>
                </p>
              )}
            </Part>
            {past.length > 0 && (
              <Part title={t("missions:own.past")}>
                <Entries entries={past.sort((one, other) => byFirstDay(other, one))} />
              </Part>
            )}
          </>
        );
      }}
    </Asked>
  );
}

const byFirstDay = (one: Entry, other: Entry) => one.firstDay.localeCompare(other.firstDay);

function Entries({ entries }: { entries: Entry[] }) {
  if (!entries.length) return null;
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <OwnEntry key={entry.mission} entry={entry} />
      ))}
    </ul>
  );
}

function OwnEntry({
  entry: { mission, title, from, to, online, firstDay, lastDay, state, seats, place, named, done },
}: {
  entry: Entry;
}) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const language = i18n.language;
  const count = t("missions:seats", { count: seats });
  return (
    <li className="mission-row" data-entry={state}>
      <span className="mission-when">
        <time dateTime={firstDay}>{days(firstDay, lastDay, language)}</time>
      </span>
      <span className="mission-what">
        <RouteTag from={from} to={to} online={online} />
        <h3>
          <Link to="/$lang/missions/$id" params={{ lang: language, id: mission }}>
            <InLanguage of={title} />
          </Link>
        </h3>
      </span>
      <span className="mission-seats">
        <StateTag service="missions" kind="entryStates" state={state} />
        <span className="small">
          {place === undefined ? count : `${count}, ${t("missions:own.place", { place })}`}
        </span>
        {state === "confirmed" && !isOver({ lastDay }) && (
          <Link
            className="small"
            to="/$lang/missions/$id/sign-up/{-$step}"
            params={{ lang: language, id: mission, step: "delegates" }}
          >
            {t("missions:own.delegates", { named, seats, done })}
          </Link>
        )}
      </span>
    </li>
  );
}
