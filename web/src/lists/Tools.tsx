import { useTranslation } from "react-i18next";
import { type In, searchOf } from "../app/api.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { ListFile } from "./ListFile.tsx";
import { SaveView } from "./SaveView.tsx";
import { ViewLinks } from "./ViewLinks.tsx";
import { ViewSteps } from "./ViewSteps.tsx";
import { isSame, useViews } from "./views.ts";
import "./lists.css";

export type ListName = In<"GET /lists/file">["list"];

export type Props = {
  list: ListName;
  /** What the list is asked with, without its pages. */
  wanted: Record<string, unknown>;
  /** Whether its filters stand in the address, where a view finds them again. */
  views?: boolean;
};

/** Views of a list that somebody keeps, and the list as a file. */
export default function Tools({ list, wanted, views = false }: Props) {
  const { t } = useTranslation("identity");
  const session = useSession();
  const keeps = views && mayTake(session, "GET /saved-views");
  const saved = useViews(list, keeps);
  const search = searchOf(wanted).slice(1);
  if (!mayTake(session, "GET /lists/file")) return null;
  const rows = saved.data?.rows ?? [];
  const current = rows.find((view) => isSame(view.search, search));
  const title = t(keeps ? "lists.tools" : "lists.file.title");
  return (
    <section className="list-tools" aria-label={title}>
      {rows.length > 0 && <ViewLinks views={rows} current={current} />}
      {saved.error && <Trouble problem={saved.error} />}
      <details>
        <summary className="small">{title}</summary>
        <div className="stack">
          <ListFile key={search} list={list} search={search} />
          {keeps && <SaveView list={list} search={search} current={current} />}
          {current && <ViewSteps key={current.view} view={current} />}
        </div>
      </details>
    </section>
  );
}
