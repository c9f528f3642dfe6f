import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { ask, refresh, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { ErrorSummary } from "../parts/ErrorSummary.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Answer, type Form, idOfField } from "../registration/Answer.tsx";
import { isLeft, refusedNow } from "../registration/draft.ts";
import { forgetTyped } from "../registration/kept-typed.ts";
import { SaveBar } from "../registration/SaveBar.tsx";
import { askedIn, isMissing } from "../registration/sections.ts";
import { useDraft } from "../registration/useDraft.ts";
import { useLeaving } from "../registration/useLeaving.ts";
import { useWhys } from "../registration/useWhys.ts";
import "../registration/registration-form.css";

/** Only when somebody else has written in the same section. */
const Clashes = lazy(() => import("../registration/Clashes.tsx"));

export type OwnSection = Out<"GET /registrations/:id/section">;

type Props = { own: OwnSection };

export function FillIn({ own }: Props) {
  const kept = useDraft(own, "section");
  useLeaving(kept);
  const form = useQuery({
    ...ask("GET /registration-form", { country: own.answers.country ?? "" }),
    placeholderData: keepPreviousData,
  });
  return <Asked of={form}>{(data) => <Fields own={own} kept={kept} form={data} />}</Asked>;
}

type FieldsProps = Props & { kept: ReturnType<typeof useDraft>; form: Form };

function Fields({ own, kept, form }: FieldsProps) {
  const { t } = useTranslation("section-links");
  const whys = useWhys(kept);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const finish = useStep("POST /registrations/:id/section/completion", () => {
    forgetTyped(own.id);
    // It opens nothing any more, and says why.
    return refresh(`/api/registrations/${own.id}/section`);
  });
  const asked = askedIn(own.section, form.fields);
  const whyOf = (one: (typeof asked)[number]) =>
    whys.refused(one) ?? (attempt > 0 ? whys.missing(one) : undefined);
  const questionOf = (field: string) => own.questions.find((one) => one.field === field)?.text;
  const faults = asked.flatMap((one) => {
    const why = attempt > 0 ? whyOf(one) : undefined;
    return why ? [{ target: idOfField(one.field), label: whys.labelOf(one.field), why }] : [];
  });

  async function done() {
    setBusy(true);
    await kept.leave();
    setBusy(false);
    setAttempt((now) => now + 1);
    const now = kept.now();
    const refused = refusedNow(now);
    if (asked.some((one) => refused.includes(one.field) || isMissing(now.typed, one))) return;
    if (isLeft(now) || now.clash.length) return;
    finish.mutate({ id: own.id });
  }

  return (
    <form
      noValidate
      data-kept
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      {kept.draft.clash.length > 0 && (
        <Suspense>
          <Clashes
            draft={kept.draft}
            onChoose={(field, whose) => {
              kept.choose(field, whose);
              focusOn(idOfField(field));
            }}
          />
        </Suspense>
      )}
      <ErrorSummary faults={faults} attempt={attempt} />
      <div className="section-answers">
        {asked.map((one) => (
          <div key={one.field} className="stack">
            {questionOf(one.field) && (
              <p className="as-written" dir="auto">
                <strong>{t("own.office")}</strong> {questionOf(one.field)}
              </p>
            )}
            <Answer
              field={one.field}
              required={one.required}
              form={form}
              value={kept.draft.typed[one.field]}
              error={whyOf(one)}
              onChange={(value) => kept.write(one.field, value)}
              onLeave={() => kept.leaveField(one.field)}
            />
          </div>
        ))}
      </div>
      <SaveBar kept={kept} section={own.section} busy={busy || finish.isPending} label={t("own.done")} />
      <p className="quiet small">{t("own.done-why", { email: own.asker.email })}</p>
      {finish.error && <Trouble problem={finish.error} />}
    </form>
  );
}
