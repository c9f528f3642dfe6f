import type { Principal } from "../access/principal.ts";

/** What a decision may look at beside the state and the command. */
export type Given<Facts = unknown> = {
  now: Date;
  by: Principal;
  newId: () => string;
  /** The commit that last changed the stream; 0 when nothing has happened in it. */
  version: number;
} & Facts;

/**
 * What a stream holds, as a pure fold. `evolve` returns a new state and leaves the old one as it was,
 * so a decision that lost its race can be thrown away. Its streams are called `<name>/<id>`.
 */
export type Feature<State, E extends { type: string }> = {
  name: string;
  initial: State;
  evolve: (state: State, event: E) => State;
};

/** A rule, pure: what happens, or why it does not. */
export type Decide<
  State,
  Cmd,
  E extends { type: string },
  No extends { refused: string },
  Facts = unknown,
> = (state: State, command: Cmd, given: Given<Facts>) => E[] | No;
