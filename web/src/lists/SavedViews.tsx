import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { InPlace } from "../parts/InPlace.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { NameForm } from "./NameForm.tsx";
import type { ListName } from "./Tools.tsx";
import { useSaving } from "./useSaving.ts";
import { ViewSteps } from "./ViewSteps.tsx";
import { filtersIn, isSame, useViews, type View } from "./views.ts";

/** Filters under a name: the reader's own, and those that colleagues share. */
export function SavedViews({ list, search }: { list: ListName; search: string }) {
  const { t } = useTranslation("identity");
  const views = useViews(list);
  const save = useSaving("POST /saved-views");
  const rows = views.data?.rows ?? [];
  const current = rows.find((view) => isSame(view.search, search));
  return (
    <div className="stack">
      {rows.length > 0 && (
        <ul className="saved-views" aria-label={t("lists.views.title")}>
          {rows.map((view) => (
            <li key={view.view}>
              <Link
                to="."
                search={filtersIn(view.search) as never}
                activeProps={{}}
                {...(view === current && { "aria-current": "true" as const })}
              >
                {view.name}
              </Link>
              <Notes view={view} />
            </li>
          ))}
        </ul>
      )}
      {rows
        .filter(({ gone }) => gone.length)
        .map((view) => (
          <p key={view.view} className="small">
            {t("lists.views.gone", { name: view.name, filters: view.gone })}
          </p>
        ))}
      <div className="actions">
        <InPlace ask={t("lists.views.save")} about="">
          {(close) => (
            <NameForm
              name={current?.abilities.length ? current.name : ""}
              hint={t("lists.views.name-hint")}
              yes={t("lists.views.save")}
              saving={save}
              onName={(name) => save.mutate({ list, name, search }, { onSuccess: close })}
              onCancel={close}
            />
          )}
        </InPlace>
        {current && <ViewSteps key={current.view} view={current} />}
      </div>
      {views.error && <Trouble problem={views.error} />}
    </div>
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
