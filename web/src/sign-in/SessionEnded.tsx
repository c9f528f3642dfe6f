import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { backTo } from "../app/back.ts";
import { useTitle } from "../app/page.ts";
import { forgetAnswers, type Person, type Session } from "../app/session.ts";
import { AsDemoPerson } from "./AsDemoPerson.tsx";
import { AskForLink } from "./AskForLink.tsx";
import { cameBack } from "./came-back.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { SecondFactorForm } from "./SecondFactorForm.tsx";

type Props = { reader: Session; until: string; now: Session | undefined };

/** In place of the page on which somebody was typing: how they sign in again and find it as it was. */
export function SessionEnded({ reader, until, now }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const heading = useRef<HTMLHeadingElement>(null);
  const back = useLocation({ select: backTo });
  const person = reader.person!;
  useTitle(t("identity:session-ended.title"), "inPlace");
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="page" aria-labelledby="session-ended">
      <header className="page-head">
        <h1 id="session-ended" ref={heading} tabIndex={-1}>
          {t("identity:session-ended.title")}
        </h1>
        <p className="page-lead">{t("identity:session-ended.lead", { name: person.name, until })}</p>
      </header>
      {now?.secondFactor === "needed" ? (
        <SecondFactorForm takesFocus onGiven={cameBack} />
      ) : (
        <WayIn person={person} demo={reader.demo} back={back} />
      )}
      <p>
        <a href={`/sign-in?back=${encodeURIComponent(back)}`} target="_blank" rel="noreferrer">
          {t("identity:session-ended.other-way")}
        </a>
      </p>
      <p>
        <button type="button" className="plain" onClick={() => forgetAnswers("left")}>
          {t("identity:session-ended.leave")}
        </button>
      </p>
    </section>
  );
}

/** The way in by which they are likely to have come. */
function WayIn({ person, demo, back }: { person: Person; demo: boolean; back: string }) {
  if (demo) return <AsDemoPerson person={person} onSignedIn={cameBack} />;
  const ofTheOffice = person.roles.some((role) => role !== "member" && role !== "partner");
  return ofTheOffice ? <PasswordForm onSignedIn={cameBack} /> : <AskForLink back={back} />;
}
