import { Link, useParams } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { canBeSent, meant } from "./answers.ts";
import { useRegistration } from "./registration.ts";
import { type Asked, askedIn, type Section } from "./sections.ts";
import { useShown } from "./useShown.ts";
import { useWhys } from "./useWhys.ts";

export const idOfChange = (section: Section) => `change-${section}`;

/** What is answered in one part, as it would be sent, what is missing, and the way to change it. */
export function SectionAnswers({ section }: { section: Section }) {
  const { t } = useTranslation("partnerships");
  const { lang } = useParams({ from: "/$lang" });
  const { kept, form } = useRegistration();
  const { typed, base } = kept.draft;
  const shown = useShown(base.country);
  const whys = useWhys();

  function shownOf({ field }: Asked): string {
    const answer = meant(field, typed[field]);
    const raw = typed[field];
    return typeof raw === "string" && !canBeSent(answer) ? raw : shown(field, answer);
  }

  return (
    <section className="part">
      <h2 className="section-head">
        {t(`sections.${section}`)}
        <Link
          id={idOfChange(section)}
          to="/$lang/register/form/$section"
          params={{ lang, section }}
          search={{ to: "check" }}
          aria-label={t("check.change-what", { what: t(`sections.${section}`) })}
        >
          {t("check.change")}
        </Link>
      </h2>
      <dl className="facts">
        {askedIn(section, form.fields).map((one) => {
          const why = whys.refused(one) ?? whys.missing(one);
          return (
            <Fragment key={one.field}>
              <dt>{whys.labelOf(one.field)}</dt>
              <dd className="as-written" dir="auto" data-answer={one.field}>
                {shownOf(one) || (!why && <span className="quiet">{t("check.none")}</span>)}
                {why && <span className="stale-note">{why}</span>}
              </dd>
            </Fragment>
          );
        })}
      </dl>
    </section>
  );
}
