import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { refresh, useAsk } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { Criteria } from "../parts/Criteria.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Profile } from "../parts/Profile.tsx";
import { EraseRegistration, TakeDownPage, WithdrawRegistration } from "../parts/RegistrationEnds.tsx";
import { Timeline } from "../parts/Timeline.tsx";
import { BackLink } from "../registration/BackLink.tsx";
import type { Own } from "../registration/draft.ts";
import { Erased } from "../registration/Erased.tsx";
import { forgetTyped } from "../registration/kept-typed.ts";
import { forgetLink, keptLink } from "../registration/link.ts";
import { OwnState, ownStateId } from "../registration/OwnState.tsx";
import { WithOwn } from "../registration/WithOwn.tsx";
import { AnswerList } from "../review/AnswerList.tsx";

export function RegisterStatusPage() {
  const { t } = useTranslation(["web", "status", "register", "sending"]);
  const link = keptLink();
  const [erased, setErased] = useState(false);
  useLive(...(link ? [`/api/registrations/${link.id}/own`, `/api/registrations/${link.id}/timeline`] : []));
  if (erased) return <Erased />;
  return (
    <WithOwn title={t("status:title")}>
      {(own, opened) => (
        <Page title={t("status:title")}>
          <div className="columns">
            <div>
              <OwnState own={own} />
              {own.state === "accepted" && (
                <Part title={t("status:preview")}>
                  <Preview answers={own.answers} />
                </Part>
              )}
              {own.notes.some(isWritten) && <Notes own={own} />}
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
              <Part title={t("register:back-link.title")}>
                <BackLink link={opened} endsAt={may(own, "submit") ? own.endsAt : undefined} renewable />
              </Part>
              {may(own, "withdraw") && (
                <WithdrawRegistration
                  id={own.id}
                  words={t("status:withdraw", { returnObjects: true })}
                  onDone={() => changed(own.id)}
                />
              )}
              {may(own, "take-down") && (
                <TakeDownPage
                  id={own.id}
                  words={{
                    ...t("status:take-down", { returnObjects: true }),
                    ...(own.state === "merged" && {
                      why: t("status:merged-page.why"),
                      consequence: t("status:merged-page.consequence"),
                    }),
                  }}
                  onDone={() => changed(own.id)}
                />
              )}
              <EraseRegistration
                id={own.id}
                words={{
                  ...t("status:erasure", { returnObjects: true }),
                  ...(own.state === "merged" && { consequence: t("status:merged-page.erasure") }),
                }}
                onDone={() => {
                  forgetTyped(own.id);
                  forgetLink();
                  setErased(true);
                }}
              />
            </div>
          </div>
        </Page>
      )}
    </WithOwn>
  );
}

async function changed(id: string) {
  await refresh(`/api/registrations/${id}`);
  focusOn(ownStateId);
}

/** What came of the step that a note was written with. */
const ledTo: Record<string, string> = {
  "ask-changes": "changes-asked",
  accept: "accepted",
  reject: "rejected",
};

const isWritten = ({ text, questions }: Own["notes"][number]) => Boolean(text || questions);

function Notes({ own }: { own: Own }) {
  const { t, i18n } = useTranslation(["web", "status", "sending"]);
  const { say } = useWords();
  return (
    <Part title={t("status:notes")}>
      <ul className="rows">
        {own.notes.filter(isWritten).map(({ at, step, text, questions = [], replies = [] }) => (
          <li key={at + step}>
            <span className="quiet small">
              {instant(at, i18n.language)} · {say(`partnerships:states.${ledTo[step]}`)}
            </span>
            {text && (
              <p className="as-written" dir="auto">
                {text}
              </p>
            )}
            {questions.map((one) => (
              <Fragment key={one.field}>
                <p className="as-written" dir="auto">
                  <strong>{say(`partnerships:fields.${one.field}`)}</strong>
                  {"\n"}
                  {one.text}
                </p>
                {replies
                  .filter(({ field }) => field === one.field)
                  .map((reply) => (
                    <p key={reply.field} className="as-written" dir="auto" data-own-reply>
                      <strong>{t("sending:asked.own")}</strong> {reply.text}
                    </p>
                  ))}
              </Fragment>
            ))}
          </li>
        ))}
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

function withoutNote({ text, questions: _above, ...row }: Event): Event {
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
