import { Link, useLocation, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { backTo } from "../app/back.ts";
import { inLanguage } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { type Person, useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import type { MissionDetail } from "../parts/MissionFacts.tsx";
import { Page } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { WhyNot } from "../parts/WhyNot.tsx";

export type Own = {
  mission: MissionDetail;
  person: Person;
  own: Out<"GET /missions/:mission/entries/:company">;
  held: Out<"GET /missions/:mission/holds/:company">;
  /** When the browser was told what is held. */
  askedAt: number;
};
type Props = { title: string; step?: number; faulty?: boolean; children: (own: Own) => ReactNode };

/** A step of signing up, for who acts for a company of the cluster: with what there is so far. There is no step while nobody can sign up. */
export function WithCompany({ title: ofStep, step, faulty, children }: Props) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  const { lang, id } = useParams({ strict: false }) as { lang: string; id: string };
  const back = useLocation({ select: backTo });
  const session = useSession();
  const mission = useAsk("GET /missions/:id", { id });
  const person = session?.person;
  const mayClaim = person && mayTake(session, "POST /missions/:mission/claims");
  const notOpen = step && mission.data && mission.data.state !== "open" ? mission.data : undefined;
  const title = notOpen ? t("missions:sign-up.title") : ofStep;
  const name = mission.data && inLanguage(mission.data.title, i18n.language);
  return (
    <Page
      title={title}
      documentTitle={`${faulty ? `${t("web:errors.in-title")} ` : ""}${[title, name].filter(Boolean).join(" · ")}`}
      {...(name && { lead: name })}
      above={
        <>
          <Link to="/$lang/missions/$id" params={{ lang, id }}>
            {t("missions:entry.back")}
          </Link>
          {step && !notOpen && <span className="quiet small">{t("missions:entry.step", { step })}</span>}
        </>
      }
    >
      {!session && <Waiting />}
      {session && !person && notOpen && <WhyNot mission={notOpen} />}
      {session && !person && !notOpen && (
        <p>
          <Link to="/sign-in" search={{ back }}>
            {t("missions:sign-up.sign-in")}
          </Link>
        </p>
      )}
      {person && !mayClaim && <p>{t("missions:sign-up.members-only")}</p>}
      {person && mayClaim && (
        <Asked of={mission}>
          {(found) => (
            <OwnCompany mission={found} person={person}>
              {children}
            </OwnCompany>
          )}
        </Asked>
      )}
    </Page>
  );
}

type CompanyProps = Pick<Own, "mission" | "person"> & Pick<Props, "children">;

function OwnCompany({ mission, person, children }: CompanyProps) {
  const about = { mission: mission.id, company: person.organisation };
  const own = useAsk("GET /missions/:mission/entries/:company", about);
  const held = useAsk("GET /missions/:mission/holds/:company", about);
  const address = `/api/missions/${mission.id}`;
  useLive(address, `${address}/entries/${person.organisation}`, `${address}/holds/${person.organisation}`);
  return (
    <Asked of={own}>
      {(entry) => (
        <Asked of={held}>
          {(hold) => children({ mission, person, own: entry, held: hold, askedAt: held.dataUpdatedAt })}
        </Asked>
      )}
    </Asked>
  );
}
