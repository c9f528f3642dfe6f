import { QueryClient, queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import {
  addressOf,
  type CommandRoute,
  type In,
  type Out,
  Problem,
  type QueryRoute,
  searchOf,
  send,
} from "./api.ts";
import { watchConnection } from "./connection.ts";
import { keepPlace } from "./focus.ts";
import { withStepUp } from "./step-up.ts";
import { typedInForm } from "./typed.ts";

/** Not of itself where too much was asked already: that is told, and the reader may ask again. */
const mayRepeat = (failures: number, error: Error) =>
  failures < 2 && error instanceof Problem && error.mayRepeat && error.status !== 429;

export const queryClient = new QueryClient({
  defaultOptions: {
    // Also while the browser thinks it is offline: then the reader is told so, instead of waiting.
    queries: { retry: mayRepeat, staleTime: 10_000, throwOnError: false, networkMode: "always" },
    mutations: { retry: mayRepeat, networkMode: "always" },
  },
});

watchConnection({
  ask: () => send("GET /session", {}),
  renew: () =>
    queryClient.refetchQueries({
      predicate: ({ state: { error } }) => error instanceof Problem && error.mayRepeat,
    }),
});

/** The key is the address, so that what is live can be named by address too. */
export function ask<R extends QueryRoute>(route: R, input: In<R>) {
  const { path, rest } = addressOf(route, input as object);
  return queryOptions<Out<R>, Problem>({
    queryKey: [path, searchOf(rest)],
    queryFn: ({ signal }) => send(route, input, { signal }),
  });
}

export function useAsk<R extends QueryRoute>(route: R, input: In<R>, enabled = true) {
  return useQuery({ ...ask(route, input), enabled });
}

type PagedRoute = {
  [R in QueryRoute]: Out<R> extends { rows: unknown[]; next?: string } ? R : never;
}[QueryRoute];
type RowsOf<R extends PagedRoute> = Out<R> extends { rows: (infer Row)[] } ? Row[] : never;

/** All rows there are, page after page. */
export function askAllRows<R extends PagedRoute>(route: R, input: Omit<In<R>, "after" | "limit">) {
  const { path, rest } = addressOf(route, input);
  return queryOptions<RowsOf<R>, Problem>({
    queryKey: [path, searchOf(rest), "all"],
    queryFn: async ({ signal }) => {
      const all: unknown[] = [];
      let after: string | undefined;
      do {
        const asked = { ...input, limit: 200, ...(after && { after }) } as unknown as In<R>;
        const page = (await send(route, asked, { signal })) as { rows: unknown[]; next?: string };
        all.push(...page.rows);
        after = page.next;
      } while (after);
      return all as RowsOf<R>;
    },
  });
}

/** For what somebody chooses from. */
export const useAllRows = <R extends PagedRoute>(route: R, input: Omit<In<R>, "after" | "limit">) =>
  useQuery(askAllRows(route, input));

/** What is asked again after a change: this address and all below it. */
export function refresh(path: string): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [asked] }) => asked === path || String(asked).startsWith(`${path}/`),
  });
}

/**
 * A step someone takes. Its key stays the same while the same step is repeated without an outcome,
 * so that a lost answer cannot make it happen twice.
 */
export function useStep<R extends CommandRoute>(route: R, onDone?: (out: Out<R>) => unknown) {
  const pending = useRef({ input: "", key: "", busy: false, toPlace: () => {}, take: () => {} });
  const step = useMutation<Out<R>, Problem, In<R>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input);
      if (pending.current.input !== text) Object.assign(pending.current, { input: text, key: newKey() });
      try {
        const out = await withStepUp(() => send(route, input, { key: pending.current.key }));
        pending.current.input = "";
        return out;
      } catch (error) {
        if (!(error instanceof Problem) || !error.mayRepeat) pending.current.input = "";
        throw error;
      }
    },
    onSuccess(out: Out<R>) {
      pending.current.take();
      return onDone?.(out);
    },
    onSettled: () => {
      pending.current.busy = false;
      pending.current.toPlace();
    },
  });
  const toPlace = () => Object.assign(pending.current, { toPlace: keepPlace(), take: typedInForm() });
  // A second click comes before the button can show that the first one counts.
  const mutate: typeof step.mutate = (...asked) => {
    if (pending.current.busy) return;
    pending.current.busy = true;
    toPlace();
    step.mutate(...asked);
  };
  const mutateAsync: typeof step.mutateAsync = (...asked) => {
    toPlace();
    return step.mutateAsync(...asked);
  };
  return { ...step, mutate, mutateAsync };
}

/** crypto.randomUUID is there only on secure origins; a portal on a local network has none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
