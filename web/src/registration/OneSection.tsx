import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Fragment, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import { ErrorSummary } from "../parts/ErrorSummary.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Answer, idOfField } from "./Answer.tsx";
import { Attention } from "./Attention.tsx";
import { isLeft, questionsIn, refusedNow } from "./draft.ts";
import { useRegistration } from "./registration.ts";
import { SaveBar } from "./SaveBar.tsx";
import { allSections, askedIn, isMissing, type Section } from "./sections.ts";
import { useWhys } from "./useWhys.ts";

/** Once the office has asked something. */
const AskedHere = lazy(() => import("./AskedHere.tsx"));
/** Beside three of the nine. */
const OwnCriteria = lazy(() => import("./OwnCriteria.tsx"));

/** Answered here, a criterion is judged at once. */
const judged: Section[] = ["members", "team", "recognition"];

type Props = {
  section: Section;
  /** Whoever came to change one answer goes back to where all are checked. */
  toCheck: boolean;
};

/** One part of the form, and the way to the next. */
export function OneSection({ section, toCheck }: Props) {
  const { t } = useTranslation(["partnerships", "web"]);
  const { say } = useWords();
  const { lang } = useParams({ from: "/$lang" });
  const navigate = useNavigate();
  const { own, kept, form } = useRegistration();
  const whys = useWhys(kept);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const isHere = useIsHere();
  const asked = askedIn(section, form.fields);
  const n = allSections.indexOf(section);
  const title = say(`partnerships:sections.${section}`);
  const whyOf = (one: (typeof asked)[number]) =>
    whys.refused(one) ?? (attempt > 0 ? whys.missing(one) : undefined);
  const questionOf = (field: string) => questionsIn(own).find((one) => one.field === field)?.text;
  const faults = asked.flatMap((one) => {
    const why = attempt > 0 ? whyOf(one) : undefined;
    return why ? [{ target: idOfField(one.field), label: whys.labelOf(one.field), why }] : [];
  });

  async function goOn() {
    setBusy(true);
    await kept.leave();
    setBusy(false);
    // Whoever has gone elsewhere meanwhile is left there.
    if (!isHere()) return;
    setAttempt((now) => now + 1);
    const now = kept.now();
    const refused = refusedNow(now);
    if (asked.some((one) => refused.includes(one.field) || isMissing(now.typed, one))) return;
    // Without a connection the next part may not open either, and here it is said what is not saved.
    if (isLeft(now)) return;
    const next = allSections[n + 1];
    await (toCheck || !next
      ? navigate({ to: "/$lang/register/form/check", params: { lang } })
      : navigate({ to: "/$lang/register/form/$section", params: { lang, section: next } }));
  }

  return (
    <Page
      title={title}
      {...(faults.length && { documentTitle: `${t("web:errors.in-title")} ${title}` })}
      above={
        <>
          <Link to="/$lang/register/form" params={{ lang }}>
            {t("overview.to")}
          </Link>
          <span className="quiet">{t("overview.place", { n: n + 1, of: allSections.length })}</span>
        </>
      }
    >
      <div className={judged.includes(section) ? "columns" : "columns-one"}>
        <form
          noValidate
          data-kept
          onSubmit={(event) => {
            event.preventDefault();
            void goOn();
          }}
        >
          <Attention />
          <ErrorSummary faults={faults} attempt={attempt} />
          <div className="section-answers">
            {asked.map((one) => (
              <Fragment key={one.field}>
                <Suspense>
                  {questionOf(one.field) && <AskedHere field={one.field} text={questionOf(one.field)!} />}
                </Suspense>
                <Answer
                  field={one.field}
                  required={one.required}
                  form={form}
                  value={kept.draft.typed[one.field]}
                  error={whyOf(one)}
                  onChange={(value) => kept.write(one.field, value)}
                  onLeave={() => kept.leaveField(one.field)}
                />
              </Fragment>
            ))}
          </div>
          <SaveBar
            kept={kept}
            section={section}
            busy={busy}
            label={t(toCheck ? "overview.to-check" : "overview.go-on")}
          />
        </form>
        {judged.includes(section) && (
          <div className="beside">
            <Part title={t("web:criteria.title")}>
              <Suspense>
                <OwnCriteria />
              </Suspense>
            </Part>
          </div>
        )}
      </div>
    </Page>
  );
}

function useIsHere(): () => boolean {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return () => here.current;
}
