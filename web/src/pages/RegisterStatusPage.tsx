import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { dayOf, instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { Criteria } from "../parts/Criteria.tsx";
import { EraseRegistration } from "../parts/EraseRegistration.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Profile } from "../parts/Profile.tsx";
import { StateTag } from "../parts/StateTag.tsx";
import { Timeline } from "../parts/Timeline.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { BackLink } from "../registration/BackLink.tsx";
import type { Own } from "../registration/draft.ts";
import { forgetTyped } from "../registration/kept-typed.ts";
import { forgetLink, keptLink } from "../registration/link.ts";
import { WithOwn } from "../registration/WithOwn.tsx";
import { AnswerList } from "../review/AnswerList.tsx";

export function RegisterStatusPage() {
  const { t } = useTranslation(["web", "status"]);
  const link = keptLink();
  const [erased, setErased] = useState(false);
  useLive(...(link ? [`/api/registrations/${link.id}/own`, `/api/registrations/${link.id}/timeline`] : []));
  if (erased) return <Erased />;
  return (
    <Page title={t("status:title")}>
      <WithOwn>
        {(own, opened) => (
          <div className="columns">
            <div>
              <State own={own} />
              {own.state === "accepted" && (
                <Part title={t("status:preview")}>
                  <Preview answers={own.answers} />
                </Part>
              )}
              {own.notes.some(({ text }) => text) && <Notes own={own} />}
              {own.state !== "draft" && (
                <Part title={t("status:answers")}>
                  <AnswerList answers={own.answers} />
                </Part>
              )}
              <Part title={t("timeline.title")}>
                <OwnTimeline id={own.id} />
              </Part>
            </div>
            <div>
              <Part title={t("criteria.title")}>
                <Criteria criteria={own.criteria} answers={own.answers} />
              </Part>
              <Part title={t("back-link.title")}>
                <BackLink link={opened} endsAt={own.endsAt} renewable />
              </Part>
              <EraseRegistration
                id={own.id}
                words={t("status:erasure", { returnObjects: true })}
                onDone={() => {
                  forgetTyped(own.id);
                  forgetLink();
                  setErased(true);
                }}
              />
            </div>
          </div>
        )}
      </WithOwn>
    </Page>
  );
}

function Erased() {
  const { t } = useTranslation(["web", "status"]);
  const { lang } = useParams({ from: "/$lang" });
  useEffect(() => focusOn("erased"), []);
  return (
    <Page title={t("status:title")}>
      <div className="stack">
        <p className="done" role="status" id="erased" tabIndex={-1}>
          {t("status:erasure.done")}
        </p>
        <Link to="/$lang/register" params={{ lang }}>
          {t("register.to-start")}
        </Link>
      </div>
    </Page>
  );
}

function State({ own }: { own: Own }) {
  const { id, state, dueAt, waitsUntil, answers, missing } = own;
  const { t, i18n } = useTranslation(["web", "status"]);
  const { lang } = useParams({ from: "/$lang" });
  const confirm = useStep("POST /registrations/:id/confirmation", async () => {
    await refresh(`/api/registrations/${id}`);
    focusOn("own-state");
  });
  return (
    <Part title={answers.name ?? t("status:unnamed")}>
      <div role="status" className="stack" id="own-state" tabIndex={-1}>
        <StateTag service="partnerships" state={state} />
        <p>{t(`status:means.${state}`)}</p>
        {dueAt && <p>{t("status:due", { day: dayOf(dueAt, i18n.language) })}</p>}
        {waitsUntil && <p>{t("status:waits-until", { day: dayOf(waitsUntil, i18n.language) })}</p>}
      </div>
      <div className="stack">
        {may(own, "submit") && (
          <p>
            <Link to="/$lang/register/form" params={{ lang }}>
              {state === "draft" ? t("status:go-on", { count: missing.length }) : t("status:edit")}
            </Link>
          </p>
        )}
        {may(own, "confirm") && (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate({ id })}>
            {t("status:confirm")}
          </Button>
        )}
        {confirm.error && <Trouble problem={confirm.error} />}
        {state === "published" && (
          <p>
            <Link to="/$lang/partners/$id" params={{ lang, id }}>
              {t("status:public-page")}
            </Link>
          </p>
        )}
      </div>
    </Part>
  );
}

/** What came of the step that a note was written with. */
const ledTo: Record<string, string> = {
  "ask-changes": "changes-asked",
  accept: "accepted",
  reject: "rejected",
};

function Notes({ own }: { own: Own }) {
  const { t, i18n } = useTranslation(["web", "status"]);
  const { say } = useWords();
  return (
    <Part title={t("status:notes")}>
      <ul className="rows">
        {own.notes.map(
          ({ at, step, text }) =>
            text && (
              <li key={at + step}>
                <span className="quiet small">
                  {instant(at, i18n.language)} · {say(`partnerships:states.${ledTo[step]}`)}
                </span>
                <p className="as-written" dir="auto">
                  {text}
                </p>
              </li>
            ),
        )}
      </ul>
    </Part>
  );
}

function OwnTimeline({ id }: { id: string }) {
  const timeline = useAsk("GET /registrations/:id/timeline", { id });
  // What the office wrote stands above, with its answer.
  return (
    <Asked of={timeline}>
      {({ rows }) => <Timeline service="partnerships" rows={rows.map(withoutNote)} />}
    </Asked>
  );
}

type Event = Out<"GET /registrations/:id/timeline">["rows"][number];

const noted = ["ChangesAsked", "RegistrationRejected"];

function withoutNote({ text, ...row }: Event): Event {
  return text && !noted.includes(row.event) ? { ...row, text } : row;
}

/** What the world will see, as it will see it, before the cluster says that it is right. */
function Preview({ answers }: { answers: Own["answers"] }) {
  const { name, summary, country, nutsRegion, subdivision, ecosystems, language } = answers;
  if (!name || !summary || !country || !language) return null;
  const region = nutsRegion ?? subdivision;
  return (
    <div className="preview">
      <h3>{name}</h3>
      <Profile
        page={{ summary, country, ecosystems: ecosystems ?? [], language, ...(region && { region }) }}
      />
    </div>
  );
}
