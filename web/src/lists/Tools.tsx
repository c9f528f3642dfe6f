import { useTranslation } from "react-i18next";
import type { In } from "../app/api.ts";
import { searchOf } from "../app/api.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { ListFile } from "./ListFile.tsx";
import { SavedViews } from "./SavedViews.tsx";
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
  const search = searchOf(wanted).slice(1);
  if (!mayTake(session, "GET /lists/file")) return null;
  return (
    <section className="list-tools" aria-label={t(views ? "lists.tools" : "lists.file.title")}>
      {views && mayTake(session, "GET /saved-views") && <SavedViews list={list} search={search} />}
      <ListFile key={search} list={list} search={search} />
    </section>
  );
}
