import type { Action, Input } from "../contract/contract.ts";
import type { Recorded } from "../log/commit.ts";
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
  hears(type: string): boolean;
  /** How many events it takes at a time. */
  atOnce: number;
  react(events: Recorded<any>[], send: Send): void | Promise<void>;
};

/** Hears what happened and sends commands. It decides nothing. */
export const reaction =
  <E extends { type: string }>() =>
  ({ name, on }: { name: string; on: On<E, Send> }): Reaction => {
    const each = on as Record<string, ((event: Recorded, send: Send) => void | Promise<void>) | undefined>;
    return {
      ...{ name, atOnce: 1, hears: (type) => each[type] !== undefined },
      react: ([event], send) => each[event!.type]!(event!, send),
    };
  };

/**
 * The same for many at a time, where each alone costs much. It sends saves only, which do by themselves nothing twice:
 * another try may come with others of them together, so a key says nothing.
 */
export const reactionToMany =
  <E extends { type: string }>() =>
  <T extends E["type"]>(spec: {
    name: string;
    to: readonly T[];
    react: (events: Recorded<Extract<E, { type: T }>>[], send: Pick<Send, "send">) => Promise<void>;
  }): Reaction => ({
    ...{ name: spec.name, atOnce: 100, react: spec.react },
    hears: (type) => (spec.to as readonly string[]).includes(type),
  });
