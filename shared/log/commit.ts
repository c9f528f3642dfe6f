import type { Actor } from "../access/principal.ts";

/** What one command came to. A refusal is an outcome without events. */
export type Outcome = {
  /** Keyed hash of caller, action and idempotency key: one outcome for each, for as long as the log lives. */
  key: string;
  /** Keyed hash of the request, so that the same key with another body is told apart. */
  hash: string;
  command: string;
  by: Actor;
  trace?: string;
  events: { type: string; version: number; data: unknown }[];
  reply: unknown;
};

/** Outcomes decided on everything in `stream` up to commit `after`. */
export type Entry = { stream: string; after: number; outcomes: Outcome[] };

/**
 * One MongoDB document. Number n+1 can be written once, and so can each key: that is the whole concurrency control.
 * `hash` seals it and all before it (`chain.ts`).
 */
export type Commit = { _id: number; at: Date; entries: Entry[]; keys: string[]; hash: string };

export type Answered = { key: string; hash: string; position: number; reply: unknown };

/** What happened in one stream at one commit. */
export type Happened = { position: number; events: Outcome["events"] };

export type Appended =
  | { position: number }
  /** `since`: what has happened in the stream after what was decided on, while the log still has it in memory. */
  | { stale: true; since?: Happened[] }
  | { done: Answered[] };

/** An event as folds, views and reactions see it: brought to its newest version. */
export type Recorded<E extends { type: string } = { type: string; data: unknown }> = E & {
  /** `<position>.<n>`: n-th event of its commit. */
  id: string;
  stream: string;
  position: number;
  at: Date;
  by: Actor;
  command: string;
};
