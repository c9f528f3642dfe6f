import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { refresh, useStep } from "../app/queries.ts";
import { ErrorSummary } from "../parts/ErrorSummary.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Attention } from "../registration/Attention.tsx";
import { changedFields } from "../registration/draft.ts";
import { forgetTyped } from "../registration/kept-typed.ts";
import OwnCriteria from "../registration/OwnCriteria.tsx";
import { useRegistration } from "../registration/registration.ts";
import { SaveBar } from "../registration/SaveBar.tsx";
import { idOfChange, SectionAnswers } from "../registration/SectionAnswers.tsx";
import { allSections, askedIn, sectionOf } from "../registration/sections.ts";
import { useFieldNames } from "../registration/useFieldNames.ts";
import { useWhys } from "../registration/useWhys.ts";

/** Needed by who has come to the end. */
const BeforeSending = lazy(() => import("../registration/BeforeSending.tsx"));
const ConfirmAddress = lazy(() => import("../registration/ConfirmAddress.tsx"));

/** All answers once more, each with the way back to it, and the button that sends them. */
export function RegisterCheckPage() {
  const { t } = useTranslation(["partnerships", "web", "sending"]);
  const { lang } = useParams({ from: "/$lang" });
  const navigate = useNavigate();
  const { own, kept, form } = useRegistration();
  const whys = useWhys(kept);
  const { fullNameOf } = useFieldNames();
  const [attempt, setAttempt] = useState(0);
  const submit = useStep("POST /registrations/:id/submission", async () => {
    forgetTyped(own.id);
    await refresh(`/api/registrations/${own.id}`);
    await navigate({ to: "/$lang/register/status", params: { lang } });
  });
  const wrong = allSections
    .flatMap((section) => askedIn(section, form.fields))
    .flatMap((one) => {
      const why = whys.refused(one) ?? whys.missing(one);
      return why ? [{ field: one.field, why }] : [];
    });
  const toConfirm = own.addressConfirmed
    ? []
    : [{ target: "confirm-address", label: t("sending:address.title"), why: t("sending:address.missing") }];
  const toChange = wrong.map(({ field, why }) => ({
    target: idOfChange(sectionOf(field)),
    label: fullNameOf(field),
    why,
  }));
  const faults = attempt ? [...toChange, ...toConfirm] : [];
  const title = t("check.title");

  async function send() {
    await kept.leave();
    setAttempt((n) => n + 1);
    const now = kept.now();
    // What could not be saved would not be sent.
    if (wrong.length || toConfirm.length || changedFields(now).length) return;
    submit.mutate({ id: own.id, version: now.version }, { onError: onRefused });
  }

  function onRefused(no: Problem) {
    kept.refused(no);
    void refresh(`/api/registrations/${own.id}/own`);
    setAttempt((n) => n + 1);
  }

  return (
    <Page
      title={title}
      {...(faults.length && { documentTitle: `${t("web:errors.in-title")} ${title}` })}
      lead={t("sending:lead")}
      above={
        <Link to="/$lang/register/form" params={{ lang }}>
          {t("overview.to")}
        </Link>
      }
    >
      <div className="columns">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Attention />
          <ErrorSummary faults={faults} attempt={attempt} />
          {allSections.map((section) => (
            <SectionAnswers key={section} section={section} />
          ))}
          <Suspense>
            <ConfirmAddress own={own} />
            <BeforeSending own={own} clashes={kept.draft.clash.length} />
          </Suspense>
          <SaveBar
            kept={kept}
            busy={submit.isPending}
            label={own.state === "draft" ? t("web:form.send") : t("web:form.send-again")}
          />
          {submit.error && !faults.length && <Trouble problem={submit.error} />}
        </form>
        <div className="beside">
          <Part title={t("web:criteria.title")}>
            <OwnCriteria />
          </Part>
        </div>
      </div>
    </Page>
  );
}
