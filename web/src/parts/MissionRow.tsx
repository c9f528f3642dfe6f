import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { days } from "../app/format.ts";
import { isSignedUp, useReasons, type Verdict, willWait } from "../own/verdicts.ts";
import { InLanguage } from "./InLanguage.tsx";
import { shownState } from "./missions.ts";
import { RouteTag } from "./RouteTag.tsx";
import { SeatStrip } from "./SeatStrip.tsx";
import { StateTag } from "./StateTag.tsx";
import "./mission-row.css";

export type Mission = Out<"GET /missions">["rows"][number];

type Props = { mission: Mission; admin?: boolean; verdict?: Verdict | undefined };

/** `verdict`: for the reader's company, where there is one. */
export function MissionRow({ mission, admin, verdict }: Props) {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const { id, firstDay, lastDay, from, legs, online, state } = mission;
  const title = <InLanguage of={mission.title} />;
  return (
    <li className={state === "cancelled" ? "mission-row mission-cancelled" : "mission-row"}>
      <span className="mission-when">
        <time dateTime={firstDay}>{days(firstDay, lastDay, language)}</time>
      </span>
      <span className="mission-what">
        <RouteTag from={from} to={legs.map(({ country }) => country)} online={online} />
        <h3>
          {admin ? (
            <Link to="/admin/missions/$id" params={{ id }}>
              {title}
            </Link>
          ) : (
            <Link to="/$lang/missions/$id" params={{ lang: language, id }}>
              {title}
            </Link>
          )}
        </h3>
        <span className="quiet">{legs.map(({ city }) => city).join(", ")}</span>
      </span>
      <span className="mission-seats">
        <StateTag service="missions" state={shownState(mission)} />
        {state !== "cancelled" && <SeatStrip {...mission} />}
      </span>
      {verdict && <ForOwnCompany verdict={verdict} />}
    </li>
  );
}

function ForOwnCompany({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation(["web", "missions"]);
  const inWords = useReasons();
  const blocking = verdict.reasons.filter(({ blocks }) => blocks);
  const [first] = isSignedUp(verdict) ? blocking.toReversed() : blocking;
  return (
    <span className="mission-own" data-can={verdict.can}>
      <span className="quiet small">{t("missions:verdict.title")}</span>
      {first && inWords(first)}
      {!first && <b>{t(willWait(verdict) ? "missions:verdict.can-wait" : "missions:verdict.can-claim")}</b>}
    </span>
  );
}
