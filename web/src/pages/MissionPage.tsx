import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { wordsIn } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { InLanguage } from "../parts/InLanguage.tsx";
import { type MissionDetail, MissionFacts } from "../parts/MissionFacts.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Programme } from "../parts/Programme.tsx";
import { RouteTag } from "../parts/RouteTag.tsx";
import { SignUp } from "../parts/SignUp.tsx";
import { Verdict } from "../parts/Verdict.tsx";

export function MissionPage() {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const { lang, id } = useParams({ from: "/$lang/missions/$id" });
  const mission = useAsk("GET /missions/:id", { id });
  const person = useSession()?.person;
  const own = person ? [`/api/missions/${id}/entries/${person.organisation}`] : [];
  useLive(`/api/missions/${id}`, ...own);
  const title = mission.data && wordsIn(mission.data.title, i18n.language);
  const back = (
    <Link to="/$lang/missions" params={{ lang }}>
      {t("missions:missions.all")}
    </Link>
  );
  const tag = mission.data && (
    <RouteTag
      from={mission.data.from}
      to={mission.data.legs.map(({ country }) => country)}
      online={mission.data.online}
    />
  );
  return (
    <Page
      title={title?.words ?? t("missions:missions.one")}
      {...(title && title.language !== i18n.language && { titleLanguage: title.language })}
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
            <div>
              <Purpose mission={data} />
              <Part title={t("missions:mission.facts")}>
                <MissionFacts mission={data} />
              </Part>
            </div>
            <div className="beside not-printed">
              <ForOwnCompany mission={id} />
              <Part title={t("missions:sign-up.title")}>
                <SignUp mission={data} />
              </Part>
            </div>
            <Part title={t("missions:programme.title")}>
              <Programme mission={data} />
            </Part>
          </div>
        )}
      </Asked>
    </Page>
  );
}

function Purpose({ mission: { goals, targetProfile } }: { mission: MissionDetail }) {
  const { t } = useTranslation(["web", "missions"]);
  return (
    <>
      {goals.length > 0 && (
        <Part title={t("missions:mission.goals")}>
          <Lines of={goals} />
        </Part>
      )}
      {targetProfile.length > 0 && (
        <Part title={t("missions:mission.target-profile")}>
          <Lines of={targetProfile} />
        </Part>
      )}
    </>
  );
}

const Lines = ({ of }: { of: MissionDetail["goals"] }) => (
  <ul className="about-text">
    {of.map((line) => (
      <li key={Object.values(line)[0]}>
        <InLanguage of={line} />
      </li>
    ))}
  </ul>
);

function ForOwnCompany({ mission }: { mission: string }) {
  const { t } = useTranslation(["web", "missions"]);
  const session = useSession();
  if (!session?.person || !mayTake(session, "GET /verdicts")) return null;
  return (
    <Part title={t("missions:verdict.title")}>
      <Verdict mission={mission} person={session.person} />
    </Part>
  );
}
