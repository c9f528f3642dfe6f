import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { useTitle } from "../app/page.ts";
import { ask, refresh, useStep } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { Criteria } from "../parts/Criteria.tsx";
import { ErrorSummary, type Fault } from "../parts/ErrorSummary.tsx";
import { Part } from "../parts/Page.tsx";
import { Answer, type Form, idOfField } from "./Answer.tsx";
import type { Field } from "./answers.ts";
import { BackLink } from "./BackLink.tsx";
import { changedFields, type Own, refusedNow } from "./draft.ts";
import { type Group, groups } from "./groups.ts";
import { forgetTyped } from "./kept-typed.ts";
import type { RegistrationLink } from "./link.ts";
import { SaveBar } from "./SaveBar.tsx";
import { useDraft } from "./useDraft.ts";
import { useLeaving } from "./useLeaving.ts";
import "./registration-form.css";

/** Seldom needed, and only when the portal has just answered. */
const Clashes = lazy(() => import("./Clashes.tsx"));
/** Needed by who has come to the end. */
const BeforeSending = lazy(() => import("./BeforeSending.tsx"));

/** The questions of one country, saved as they are answered, with the criteria beside them. */
export function RegistrationForm({ own, link }: { own: Own; link: RegistrationLink }) {
  const { t } = useTranslation();
  const { say } = useWords();
  const { lang } = useParams({ from: "/$lang" });
  const navigate = useNavigate();
  const kept = useDraft(own);
  const { draft, saving } = kept;
  // The form of the country before stays until that of the new one is there: whoever chose it keeps the focus.
  const form = useQuery({
    ...ask("GET /registration-form", { country: draft.base.country ?? "" }),
    placeholderData: keepPreviousData,
  });
  // What the office asks, beside the questions it is about.
  const note = own.state === "changes-asked" ? own.notes.findLast(({ text }) => text) : undefined;
  const [missing, setMissing] = useState<Field[]>([]);
  const [attempt, setAttempt] = useState(0);
  useLeaving(kept);
  const submit = useStep("POST /registrations/:id/submission", async () => {
    forgetTyped(own.id);
    await refresh(`/api/registrations/${own.id}`);
    await navigate({ to: "/$lang/register/status", params: { lang } });
  });

  const whyOf = (field: Field): string | undefined => {
    if (field === kept.writing) return undefined;
    if (refusedNow(draft).includes(field)) return draft.refused[field]?.why;
    return missing.includes(field) && own.missing.includes(field) ? whyMissing(field) : undefined;
  };
  const whyMissing = (field: Field) => say([`partnerships:missing.${field}`, "kernel:errors.required"]);
  const asked = form.data?.fields.map(({ field }) => field) ?? [];
  const faults: Fault[] = asked.flatMap((field) => {
    const why = attempt > 0 ? whyOf(field) : undefined;
    return why
      ? [
          {
            target: idOfField(field),
            label: say(`partnerships:${field === "declaration" ? "groups" : "fields"}.${field}`),
            why,
          },
        ]
      : [];
  });

  useTitle(attempt > 0 && faults.length ? `${t("errors.in-title")} ${t("form.title")}` : t("form.title"));

  async function send() {
    await kept.leave();
    setAttempt((n) => n + 1);
    const now = kept.now();
    // What could not be saved would not be sent.
    if (changedFields(now).length) return setMissing(own.missing);
    submit.mutate({ id: own.id, version: now.version }, { onError: onRefused });
  }

  function onRefused({ params }: Problem) {
    if (Array.isArray(params.fields)) setMissing(params.fields as Field[]);
    void refresh(`/api/registrations/${own.id}/own`);
    setAttempt((n) => n + 1);
  }

  return (
    <div className="columns">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {note?.text && (
          <Part title={t("form.note")}>
            <p className="done as-written">{note.text}</p>
          </Part>
        )}
        {own.state === "draft" && (
          <Part title={t("back-link.title")}>
            <BackLink link={link} endsAt={own.endsAt} />
          </Part>
        )}
        <ErrorSummary faults={faults} attempt={attempt} />
        {draft.clash.length > 0 && (
          <Suspense>
            <Clashes
              draft={draft}
              onChoose={(field, whose) => {
                kept.choose(field, whose);
                focusOn(idOfField(field));
              }}
            />
          </Suspense>
        )}
        <Asked of={form}>
          {(data) =>
            (Object.keys(groups) as Group[]).map((group) => (
              <Part key={group} title={say(`partnerships:groups.${group}`)}>
                {fieldsOf(group, data).map(({ field, required }) => (
                  <Answer
                    key={field}
                    field={field}
                    required={required}
                    form={data}
                    value={draft.typed[field]}
                    error={whyOf(field)}
                    onChange={(value) => kept.write(field, value)}
                    onLeave={kept.leave}
                  />
                ))}
              </Part>
            ))
          }
        </Asked>
        <Suspense>
          <BeforeSending own={own} clashes={draft.clash.length} />
        </Suspense>
        <SaveBar
          saving={saving}
          open={kept.open}
          failed={kept.problem}
          sending={submit.isPending}
          again={own.state === "changes-asked"}
          problem={submit.error && !faults.length ? submit.error : undefined}
          onSave={() => void kept.save()}
        />
      </form>
      <div className="beside">
        <Part title={t("criteria.title")}>
          <div aria-live="polite">
            <Criteria criteria={own.criteria} answers={own.answers} />
          </div>
        </Part>
      </div>
    </div>
  );
}

/** In our order; what is not in it yet comes last in the part about the cluster. */
function fieldsOf(group: Group, form: Form): Form["fields"] {
  const placed: string[] = Object.values(groups).flat();
  const order: string[] = [...groups[group]];
  if (group === "organisation")
    order.push(...form.fields.map(({ field }) => field).filter((field) => !placed.includes(field)));
  return order.flatMap((field) => form.fields.find((one) => one.field === field) ?? []);
}
