import type { Action, Input } from "../contract/contract.ts";
import type { On } from "../views/view.ts";

export type Send = {
  /** Sends a command. Its key is `<event id>/<reaction>`, so twice is once; what it refuses is its outcome too. */
  send<A extends Action<any, any, any, any>>(action: A, input: Input<A>): Promise<void>;
  /** Sends the command at that time, or as soon after as the service runs. */
  later<A extends Action<any, any, any, any>>(due: Date, action: A, input: Input<A>): void;
};

export type Reaction = {
  /** `<service>.<what it does>`: part of every key it sends, so it must not change. */
  name: string;
  on: Record<string, ((event: any, send: Send) => void | Promise<void>) | undefined>;
};

/** Hears what happened and sends commands. It decides nothing. */
export const reaction =
  <E extends { type: string }>() =>
  (spec: { name: string; on: On<E, Send> }): Reaction => ({ name: spec.name, on: spec.on as Reaction["on"] });
