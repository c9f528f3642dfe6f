import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { allSections } from "./sections.ts";
import { useProgress } from "./useProgress.ts";
import "./section-list.css";

/** Each part with a word for how far it has come. */
export function SectionList() {
  const { t } = useTranslation(["partnerships", "register"]);
  const { lang } = useParams({ from: "/$lang" });
  const progress = useProgress();

  return (
    <ol className="section-list">
      {allSections.map((section) => {
        const state = progress(section);
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
              {t(`register:overview.states.${state}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
