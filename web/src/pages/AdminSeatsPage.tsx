import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Holds } from "../office/Holds.tsx";
import { WaitingList } from "../office/WaitingList.tsx";
import { Asked } from "../parts/Asked.tsx";
import { ListTools } from "../parts/ListTools.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { SeatStrip } from "../parts/SeatStrip.tsx";
import { Waiting } from "../parts/Waiting.tsx";

/** Read only by who may. */
const MissionDelegates = lazy(() => import("../delegates/MissionDelegates.tsx"));

/** The seats of a mission as the office sees them: taken, held and waited for. */
export function AdminSeatsPage() {
  const { t, i18n } = useTranslation("missions");
  const { id } = useParams({ from: "/admin/missions/$id_/seats" });
  const session = useSession();
  const mission = useAsk("GET /missions/:id", { id });
  useLive(`/api/missions/${id}`);
  const title = t("entry.office.title");
  const name = mission.data && inLanguage(mission.data.title, i18n.language);
  return (
    <Page
      title={title}
      {...(name && { lead: name, documentTitle: `${title}: ${name}` })}
      above={
        <Link to="/admin/missions/$id" params={{ id }}>
          {name ?? t("missions.one")}
        </Link>
      }
    >
      <Asked of={mission}>
        {(found) => (
          <div className="columns">
            <div>
              <Part title={t("entry.office.seats")}>
                <SeatStrip {...found} large />
              </Part>
              <WaitingList mission={found} />
              <ListTools list="entries" wanted={{ mission: id, state: "waiting" }} />
              {mayTake(session, "GET /missions/:mission/delegates") && (
                <Suspense fallback={<Waiting />}>
                  <MissionDelegates mission={found} />
                </Suspense>
              )}
            </div>
            <Holds mission={id} />
          </div>
        )}
      </Asked>
    </Page>
  );
}
