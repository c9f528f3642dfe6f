import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Out } from "../app/api.ts";
import { useAsk } from "../app/queries.ts";
import type { ListName } from "./Tools.tsx";

export type View = Out<"GET /saved-views">["rows"][number];

export const viewsPath = "/api/saved-views";

/** Filters as the router takes them: what is only there or not is no text. */
export const filtersIn = (search: string): Record<string, string | true> =>
  Object.fromEntries(
    [...new URLSearchParams(search)].map(([name, value]) => [name, value === "true" ? true : value]),
  );

export function isSame(one: string, other: string): boolean {
  const sorted = (search: string) => {
    const filters = new URLSearchParams(search);
    filters.sort();
    return filters.toString();
  };
  return sorted(one) === sorted(other);
}

/** Whoever comes to the list without filters sees the view with which they said it opens; from there on what they choose. */
export function useViews(list: ListName, wanted: boolean) {
  const views = useAsk("GET /saved-views", { list }, wanted);
  const navigate = useNavigate();
  const isNew = useRef(true);
  const rows = views.data?.rows;
  useEffect(() => {
    if (!rows || !isNew.current) return;
    isNew.current = false;
    const first = rows.find((view) => view.first);
    if (first && !location.search)
      void navigate({ to: ".", search: filtersIn(first.search) as never, replace: true });
  }, [rows, navigate]);
  return views;
}
