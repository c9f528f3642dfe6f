import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { AsItWas } from "../as-it-was/AsItWas.tsx";
import { ClaimFor } from "../office/ClaimFor.tsx";
import { Entries } from "../office/Entries.tsx";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { MissionFacts } from "../parts/MissionFacts.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { RouteTag } from "../parts/RouteTag.tsx";
import { Timeline } from "../parts/Timeline.tsx";

export function AdminMissionPage() {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const { id } = useParams({ from: "/admin/missions/$id" });
  const mission = useAsk("GET /missions/:id", { id });
  const entries = useAsk("GET /missions/:mission/entries", { mission: id, limit: 200 });
  const timeline = useAsk("GET /missions/:id/timeline", { id });
  const maySignUp = mayTake(useSession(), "POST /missions/:mission/claims");
  useLive(`/api/missions/${id}`);
  const { data } = mission;
  return (
    <Page
      title={data ? inLanguage(data.title, i18n.language) : t("missions:missions.one")}
      above={
        <>
          <Link to="/admin/missions">{t("missions:missions.all")}</Link>
          {data && (
            <RouteTag from={data.from} to={data.legs.map(({ country }) => country)} online={data.online} />
          )}
        </>
      }
    >
      <Asked of={mission}>
        {(found) => (
          <div className="columns">
            <div>
              <MissionFacts mission={found} />
              <p>
                <Link to="/admin/missions/$id/seats" params={{ id }}>
                  {t("missions:entry.office.title")}
                </Link>
              </p>
              <Asked of={entries}>
                {(all) => (
                  <>
                    {maySignUp && (
                      <Part title={t("missions:entries.for-company")} unprinted>
                        <ClaimFor mission={found} entries={all} />
                      </Part>
                    )}
                    <ListTools list="entries" wanted={{ mission: id }} />
                    <Entries mission={id} cancelled={found.state === "cancelled"} rows={all.rows} />
                  </>
                )}
              </Asked>
            </div>
            <div>
              <Part title={t("timeline.title")}>
                <Asked of={timeline}>{({ rows }) => <Timeline service="missions" rows={rows} />}</Asked>
                <AsItWas key={id} of="mission" id={id} />
              </Part>
            </div>
          </div>
        )}
      </Asked>
    </Page>
  );
}
