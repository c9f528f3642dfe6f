import { Button } from "@mantine/core";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import { forgetAnswers, type Person, type Session, tellTabs } from "../app/session.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { AskForLink } from "./AskForLink.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { useComingBack } from "./useComingBack.ts";

/** They are here again: who reads is asked anew, in this tab and in those that wait as well. */
function comesBack() {
  tellTabs("entered");
  return refresh("/api/session");
}

/** In place of the page on which somebody was typing: how they sign in again and find it as it was. */
export default function SessionEnded({ reader }: { reader: Session }) {
  const { t } = useTranslation(["web", "identity"]);
  const heading = useRef<HTMLHeadingElement>(null);
  const { href } = useLocation();
  const { until, now } = useComingBack(reader);
  const person = reader.person!;
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="page" aria-labelledby="session-ended">
      <header className="page-head">
        <h1 id="session-ended" ref={heading} tabIndex={-1}>
          {t("identity:session-ended.title")}
        </h1>
        <p className="page-lead">{t("identity:session-ended.lead", { name: person.name, until })}</p>
      </header>
      {now?.secondFactor === "needed" ? <SecondFactor /> : <WayIn person={person} demo={reader.demo} />}
      <p>
        <a href={`/sign-in?back=${encodeURIComponent(href)}`} target="_blank" rel="noreferrer">
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
function WayIn({ person, demo }: { person: Person; demo: boolean }) {
  if (demo) return <AsDemoPerson person={person} />;
  const ofTheOffice = person.roles.some((role) => role !== "member" && role !== "partner");
  return ofTheOffice ? <PasswordForm onSignedIn={comesBack} /> : <AskForLink back={location.pathname} />;
}

function AsDemoPerson({ person: { person, organisation, name } }: { person: Person }) {
  const { t } = useTranslation(["web", "identity"]);
  const signIn = useStep("POST /demo/session", comesBack);
  return (
    <div className="stack">
      <div className="actions">
        <Button loading={signIn.isPending} onClick={() => signIn.mutate({ person, organisation })}>
          {t("identity:session-ended.as", { name })}
        </Button>
      </div>
      {signIn.error && <Trouble problem={signIn.error} />}
    </div>
  );
}

function SecondFactor() {
  const { t } = useTranslation(["web", "identity"]);
  const give = useStep("POST /session/second-factor", comesBack);
  return (
    <CodeForm
      label={t("identity:sign-in.code")}
      form="figures"
      send={t("identity:sign-in.go-on")}
      step={give}
    />
  );
}
