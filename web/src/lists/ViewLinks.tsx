import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { filtersIn, type View } from "./views.ts";

/** The reader's own views, and those that colleagues share. */
export function ViewLinks({ views, current }: { views: View[]; current: View | undefined }) {
  const { t } = useTranslation("identity");
  return (
    <>
      <ul className="saved-views" aria-label={t("lists.views.title")}>
        {views.map((view) => (
          <li key={view.view}>
            <Link
              to="."
              search={filtersIn(view.search) as never}
              activeOptions={{ exact: true }}
              {...(view === current && { "aria-current": "page" as const })}
            >
              {view.name}
            </Link>
            <Notes view={view} />
          </li>
        ))}
      </ul>
      {views
        .filter(({ gone }) => gone.length)
        .map(({ view, name, gone }) => (
          <p key={view} className="small">
            {t("lists.views.gone", { name, filters: gone })}
          </p>
        ))}
    </>
  );
}

/** What there is to know about one, beside its name. */
function Notes({ view: { first, shared, by } }: { view: View }) {
  const { t } = useTranslation("identity");
  const notes = [
    ...(first ? [t("lists.views.is-first")] : []),
    ...(by ? [t("lists.views.by", { name: by })] : shared ? [t("lists.views.is-shared")] : []),
  ];
  return notes.length > 0 && <span className="quiet small"> ({notes.join(", ")})</span>;
}
