import { Link, useParams } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useRegistration } from "./registration.ts";
import { askedIn, type Section } from "./sections.ts";
import { useShownTyped } from "./useShown.ts";
import { useWhys } from "./useWhys.ts";

export const idOfChange = (section: Section) => `change-${section}`;

/** What is answered in one part, as it would be sent, what is missing, and the way to change it. */
export function SectionAnswers({ section }: { section: Section }) {
  const { t } = useTranslation(["partnerships", "sending"]);
  const { lang } = useParams({ from: "/$lang" });
  const { kept, form } = useRegistration();
  const { typed, base } = kept.draft;
  const shown = useShownTyped(base.country);
  const whys = useWhys(kept);

  return (
    <section className="part">
      <div className="section-head">
        <h2>{t(`sections.${section}`)}</h2>
        <Link
          id={idOfChange(section)}
          to="/$lang/register/form/$section"
          params={{ lang, section }}
          search={{ to: "check" }}
          aria-label={t("sending:change.what", { what: t(`sections.${section}`) })}
        >
          {t("sending:change.it")}
        </Link>
      </div>
      <dl className="facts">
        {askedIn(section, form.fields).map((one) => {
          const why = whys.refused(one) ?? whys.missing(one);
          return (
            <Fragment key={one.field}>
              <dt>{whys.labelOf(one.field)}</dt>
              <dd className="as-written" dir="auto" data-answer={one.field}>
                {shown(one.field, typed[one.field]) ||
                  (!why && <span className="quiet">{t("sending:change.none")}</span>)}
                {why && <p className="answer-fault">{why}</p>}
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}
