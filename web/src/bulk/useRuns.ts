import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type CommandRoute, type In, Problem, send } from "../app/api.ts";
import { withStepUp } from "../app/step-up.ts";
import { keepRuns, keptRuns, type Runs } from "./kept-runs.ts";
import { type Item, isUnanswered, nextOf, type Outcome, type Run, settle } from "./run.ts";

type Which = "run" | "undo";
type Sent = { route: string; input: object; key: string };

/** Carries out one command for many, one after the other, each under a key of its own; and keeps what came of each. */
export function useRuns(list: string, by: string, onRest: () => unknown) {
  const [runs, setRuns] = useState(() => keptRuns(list, by));
  const [going, setGoing] = useState<Which>();
  const latest = useRef(runs);
  const stopped = useRef(false);
  const step = useMutation<object, Problem, Sent>({
    mutationFn: ({ route, input, key }) =>
      withStepUp(() => send(route as CommandRoute, input as In<CommandRoute>, { key })),
  });
  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
    };
  }, []);

  function write(next: Runs | undefined) {
    latest.current = next;
    keepRuns(list, by, next);
    setRuns(next);
  }

  const answerTo = ({ route, shared }: Run, { own, key }: Item): Promise<Outcome> =>
    step.mutateAsync({ route, input: { ...shared, ...own }, key }).then(
      (reply) => ({ kind: "done", position: (reply as { position?: number }).position }),
      (error: Problem) => {
        if (!(error instanceof Problem)) throw error;
        const { status, code, params, message: detail } = error;
        const problem = { status, code, params, detail };
        return { kind: isUnanswered(problem) ? "unanswered" : "refused", problem };
      },
    );

  async function go(which: Which) {
    stopped.current = false;
    setGoing(which);
    for (;;) {
      const now = latest.current?.[which];
      const item = now && nextOf(now);
      if (!item || stopped.current) break;
      const outcome = await answerTo(now, item);
      write({ ...latest.current!, [which]: settle(latest.current![which]!, item.id, outcome) });
      // The others would get no answer either; nobody is served by asking for each.
      if (outcome.kind === "unanswered") break;
    }
    setGoing(undefined);
    await onRest();
  }

  return {
    runs,
    going,
    begin(name: string, run: Run) {
      write({ name, run });
      return go("run");
    },
    undo(undo: Run) {
      write({ ...latest.current!, undo });
      return go("undo");
    },
    goOn: go,
    stop() {
      stopped.current = true;
    },
    putAway: () => write(undefined),
  };
}
