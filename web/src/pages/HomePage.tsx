import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { WithMaps } from "../map/WithMaps.tsx";
import { Asked } from "../parts/Asked.tsx";
import { MissionRow } from "../parts/MissionRow.tsx";
import { byTime, useMissions } from "../parts/missions.ts";
import { Page, Part } from "../parts/Page.tsx";
import "./home.css";

export function HomePage() {
  const { t } = useTranslation(["web", "home", "missions"]);
  const { lang } = useParams({ from: "/$lang/" });
  const session = useSession();
  return (
    <Page title={t("home:title")} lead={t("home:lead")} documentTitle={t("home:document")}>
      <div className="doors">
        {mayTake(session, "GET /entries") ? (
          <Link to="/$lang/me" params={{ lang }} className="door">
            <strong>{t("nav.own")}</strong>
            <span>{t("home:own-why")}</span>
          </Link>
        ) : (
          <Link to="/$lang/register" params={{ lang }} className="door">
            <strong>{t("home:register")}</strong>
            <span>{t("home:register-why")}</span>
          </Link>
        )}
        <Link to="/$lang/missions" params={{ lang }} className="door">
          <strong>{t("home:missions")}</strong>
          <span>{t("home:missions-why")}</span>
        </Link>
        <Link to="/$lang/partners" params={{ lang }} className="door">
          <strong>{t("home:partners")}</strong>
          <span>{t("home:partners-why")}</span>
        </Link>
      </div>
      <NextMissions />
    </Page>
  );
}

function NextMissions() {
  const { t } = useTranslation(["web", "home", "missions"]);
  const missions = useMissions();
  useLive("/api/missions");
  return (
    <Part title={t("home:next")}>
      <Asked of={missions}>
        {({ rows }) => {
          const next = byTime(rows).coming.slice(0, 3);
          const travelled = next.filter(({ online }) => !online);
          if (!next.length) return <p className="quiet">{t("missions:missions.none")}</p>;
          return (
            <>
              <ul className="rows">
                {next.map((mission) => (
                  <MissionRow key={mission.id} mission={mission} />
                ))}
              </ul>
              {travelled.length > 0 && (
                <WithMaps>{({ RouteMap }) => <RouteMap missions={travelled} />}</WithMaps>
              )}
            </>
          );
        }}
      </Asked>
    </Part>
  );
}
