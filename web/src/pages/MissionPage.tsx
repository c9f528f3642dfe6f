import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { MissionFacts } from "../parts/MissionFacts.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { RouteTag } from "../parts/RouteTag.tsx";
import { SignUp } from "../parts/SignUp.tsx";

export function MissionPage() {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const { lang, id } = useParams({ from: "/$lang/missions/$id" });
  const mission = useAsk("GET /missions/:id", { id });
  const person = useSession()?.person;
  const own = person ? [`/api/missions/${id}/entries/${person.organisation}`] : [];
  useLive(`/api/missions/${id}`, ...own);
  const title = mission.data ? inLanguage(mission.data.title, i18n.language) : t("missions:missions.one");
  const back = (
    <Link to="/$lang/missions" params={{ lang }}>
      {t("missions:missions.all")}
    </Link>
  );
  const tag = mission.data && (
    <RouteTag from={mission.data.from} to={mission.data.legs.map(({ country }) => country)} />
  );
  return (
    <Page
      title={title}
      above={
        <>
          {back}
          {tag}
        </>
      }
    >
      <Asked of={mission}>
        {(data) => (
          <div className="columns">
            <Part title={t("missions:mission.facts")}>
              <MissionFacts mission={data} />
            </Part>
            <Part title={t("missions:sign-up.title")}>
              <SignUp mission={data} />
            </Part>
          </div>
        )}
      </Asked>
    </Page>
  );
}
