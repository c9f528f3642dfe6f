import { expect } from "@jest/globals";
import { nobody, type Principal } from "../access/principal.ts";
import type { Decide, Feature, Given } from "../log/feature.ts";

type Circumstances = { now?: Date; by?: Principal };

/** Given what happened, when a command comes, then this happens, or that refusal. */
export function given<S, E extends { type: string }>(feature: Feature<S, E>, ...events: E[]) {
  const state = events.reduce(feature.evolve, feature.initial);
  return {
    when<Cmd, No extends { refused: string }, F>(
      decide: Decide<S, Cmd, E, No, F>,
      command: Cmd,
      facts: F & Circumstances = {} as F & Circumstances,
    ) {
      let id = 0;
      const around = {
        now: new Date("2026-11-23T09:00:00Z"),
        by: nobody,
        newId: () => `id-${++id}`,
        version: events.length,
      };
      const outcome = decide(state, command, { ...around, ...facts } as Given<F>);
      return {
        outcome,
        happens: (...expected: E[]) => expect(outcome).toEqual(expected),
        refused: <C extends No["refused"]>(code: C, params: object = {}) =>
          expect(outcome).toEqual({ refused: code, params }),
      };
    },
  };
}
