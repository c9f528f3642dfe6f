import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { refusedNow } from "./draft.ts";
import { useRegistration } from "./registration.ts";
import { allSections, askedIn, progressOf, type Section } from "./sections.ts";
import "./section-list.css";

/** Each part with a word for how far it has come. */
export function SectionList() {
  const { t } = useTranslation("partnerships");
  const { lang } = useParams({ from: "/$lang" });
  const { kept, form } = useRegistration();
  const refused = new Set(refusedNow(kept.draft));

  function stateOf(section: Section) {
    const isWrong = askedIn(section, form.fields).some(({ field }) => refused.has(field));
    return isWrong ? "wrong" : progressOf(section, form.fields, kept.draft.typed);
  }

  return (
    <ol className="section-list">
      {allSections.map((section) => {
        const state = stateOf(section);
        return (
          <li key={section} data-section={section} data-progress={state}>
            <Link
              to="/$lang/register/form/$section"
              params={{ lang, section }}
              aria-describedby={`progress-${section}`}
            >
              {t(`sections.${section}`)}
            </Link>
            <span
              id={`progress-${section}`}
              className={state === "done" ? "" : state === "wrong" ? "stale-note" : "quiet"}
            >
              {t(`overview.states.${state}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
