import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "../app/live.ts";
import { WithMaps } from "../map/WithMaps.tsx";
import { Asked } from "../parts/Asked.tsx";
import { MissionRow } from "../parts/MissionRow.tsx";
import { byTime, useMissions } from "../parts/missions.ts";
import { Page, Part } from "../parts/Page.tsx";
import "./home.css";

export function HomePage() {
  const { t } = useTranslation(["web", "home", "missions"]);
  const { lang } = useParams({ from: "/$lang/" });
  return (
    <Page title={t("home:title")} lead={t("home:lead")} documentTitle={t("home:document")}>
      <div className="doors">
        <Link to="/$lang/register" params={{ lang }} className="door">
          <strong>{t("home:register")}</strong>
          <span>{t("home:register-why")}</span>
        </Link>
        <Link to="/$lang/missions" params={{ lang }} className="door">
          <strong>{t("home:missions")}</strong>
          <span>{t("home:missions-why")}</span>
        </Link>
        <Link to="/$lang/partners" params={{ lang }} className="door">
          <strong>{t("home:partners")}</strong>
          <span>{t("home:partners-why")}</span>
        </Link>
      </div>
      <NextDepartures />
    </Page>
  );
}

function NextDepartures() {
  const { t } = useTranslation(["web", "home", "missions"]);
  const missions = useMissions();
  useLive("/api/missions");
  return (
    <Part title={t("home:next")}>
      <Asked of={missions}>
        {({ rows }) => {
          const next = byTime(rows).coming.slice(0, 3);
          if (!next.length) return <p className="quiet">{t("missions:missions.none")}</p>;
          return (
            <>
              <ul className="rows">
                {next.map((mission) => (
                  <MissionRow key={mission.id} mission={mission} />
                ))}
              </ul>
              <WithMaps>{({ RouteMap }) => <RouteMap missions={next} />}</WithMaps>
            </>
          );
        }}
      </Asked>
    </Part>
  );
}
