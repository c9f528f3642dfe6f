import { useInfiniteQuery } from "@tanstack/react-query";
import { addressOf, type In, type Out, type Problem, searchOf, send } from "../app/api.ts";

type Route =
  | "GET /missions/:mission/entries"
  | "GET /missions/:mission/holds"
  | "GET /missions/:mission/delegates"
  | "GET /missions/:mission/delegate-needs";
type After = string | number | undefined;

const atOnce = 50;

/** The rows of a mission's list, page after page; what else came with them is that of the last page. */
export function usePages<R extends Route>(route: R, wanted: Omit<In<R>, "after" | "limit">) {
  const { path, rest } = addressOf(route, wanted);
  return useInfiniteQuery<Out<R>, Problem, Out<R>, string[], After>({
    queryKey: [path, searchOf(rest), "pages"],
    queryFn: ({ pageParam, signal }) => {
      const asked = { ...wanted, limit: atOnce, ...(pageParam !== undefined && { after: pageParam }) };
      return send(route, asked as unknown as In<R>, { signal });
    },
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) =>
      ({ ...(pages.at(-1) as object), rows: pages.flatMap(({ rows }) => rows as object[]) }) as Out<R>,
  });
}
