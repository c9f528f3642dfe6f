import { useInfiniteQuery } from "@tanstack/react-query";
import { addressOf, type In, type Out, type Problem, searchOf, send } from "../app/api.ts";

type Route = "GET /reads" | "GET /changes";
type Lines<R extends Route> = Pick<Out<R>, "rows">;

/** The newest first, page after page. To look is a read too, and written down: so never again by itself. */
export function useLines<R extends Route>(route: R, wanted: Omit<In<R>, "before">) {
  const { path } = addressOf(route, {});
  return useInfiniteQuery<Out<Route>, Problem, Lines<R>, string[], number | undefined>({
    queryKey: [path, searchOf(wanted)],
    queryFn: ({ pageParam, signal }) =>
      send<Route>(route, { ...wanted, ...(pageParam && { before: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => ({ rows: pages.flatMap(({ rows }) => rows as object[]) }) as Lines<R>,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
