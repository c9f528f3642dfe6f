import { useTranslation } from "react-i18next";
import { useLive } from "../app/live.ts";
import { useOwnVerdicts, verdictOn } from "../own/verdicts.ts";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { type Mission, MissionRow } from "../parts/MissionRow.tsx";
import { byTime, isOver, useMissions } from "../parts/missions.ts";
import { Page, Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";

export function MissionsPage({ admin = false }: { admin?: boolean }) {
  const { t } = useTranslation(["web", "missions"]);
  const missions = useMissions();
  const { error, refetch } = useOwnVerdicts();
  useLive("/api/missions");
  return (
    <Page title={t("missions:missions.title")} lead={admin ? undefined : t("missions:missions.lead")}>
      {admin && <ListTools list="missions" wanted={{}} />}
      <Asked of={missions}>
        {({ rows }) => {
          const { coming, cancelled, past } = byTime(rows);
          return (
            <>
              {error && !admin && <Trouble problem={error} again={refetch} />}
              <Part title={t("missions:missions.coming")}>
                {coming.length ? (
                  <Rows missions={coming} admin={admin} />
                ) : (
                  <p className="quiet">{t("missions:missions.none")}</p>
                )}
              </Part>
              {cancelled.length > 0 && (
                <Part title={t("missions:missions.cancelled")}>
                  <Rows missions={cancelled} admin={admin} />
                </Part>
              )}
              {past.length > 0 && (
                <Part title={t("missions:missions.past")}>
                  <Rows missions={past} admin={admin} />
                </Part>
              )}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

function Rows({ missions, admin }: { missions: Mission[]; admin: boolean }) {
  const verdicts = useOwnVerdicts().data;
  return (
    <ul className="rows">
      {missions.map((mission) => (
        <MissionRow
          key={mission.id}
          mission={mission}
          admin={admin}
          verdict={admin || isOver(mission) ? undefined : verdictOn(verdicts, mission.id)}
        />
      ))}
    </ul>
  );
}
