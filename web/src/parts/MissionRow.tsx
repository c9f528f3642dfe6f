import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { days, inLanguage } from "../app/format.ts";
import { shownState } from "../app/missions.ts";
import { RouteTag } from "./RouteTag.tsx";
import { SeatStrip } from "./SeatStrip.tsx";
import { StateTag } from "./StateTag.tsx";
import "./mission-row.css";

export type Mission = Out<"GET /missions">["rows"][number];

export function MissionRow({ mission, admin }: { mission: Mission; admin?: boolean }) {
  const { i18n } = useTranslation();
  const language = i18n.language;
  const { id, firstDay, lastDay, from, legs, state } = mission;
  const title = inLanguage(mission.title, language);
  return (
    <li className={state === "cancelled" ? "mission-row mission-cancelled" : "mission-row"}>
      <span className="mission-when">
        <time dateTime={firstDay}>{days(firstDay, lastDay, language)}</time>
      </span>
      <span className="mission-what">
        <RouteTag from={from} to={legs.map(({ country }) => country)} />
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
    </li>
  );
}
