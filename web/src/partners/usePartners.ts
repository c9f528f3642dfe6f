import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Out, type Problem, searchOf, send } from "../app/api.ts";
import { askedBy } from "./chosen.ts";
import type { Search } from "./search.ts";

type Answer = Out<"GET /partners">;
export type Partners = Pick<Answer, "rows" | "total" | "facets">;
export type Facets = Answer["facets"];

export function usePartners(search: Search) {
  const asked = askedBy(search);
  return useInfiniteQuery<Answer, Problem, Partners, string[], string | undefined>({
    queryKey: ["/api/partners", searchOf(asked)],
    queryFn: ({ pageParam, signal }) =>
      send("GET /partners", { limit: 20, ...asked, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => {
      const [{ total, facets }] = pages as [Answer];
      return { rows: pages.flatMap(({ rows }) => rows), total, facets };
    },
    // What can be chosen stays while another choice is asked.
    placeholderData: keepPreviousData,
  });
}

/** Another choice is another address, from which one can go back; the reader stays where they are. */
export function useChoosing() {
  const navigate = useNavigate();
  return (search: Search) => navigate({ to: ".", search, resetScroll: false });
}
