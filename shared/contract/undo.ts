import Type from "typebox";
import { Instant } from "./schemas.ts";

/** A decision can be undone for ten minutes; what it tells others waits for thirty seconds. */
const times = { undoMs: 10 * 60_000, waitMs: 30_000 };
/** An undo that is decided in the last of them may reach the log only after what waited has looked there. */
const marginMs = 2_000;

/** In the data of an event that can be undone; none in those from before. */
export const undoable = { undoUntil: Type.Optional(Instant()) };

/** Of an event that happens now. */
export const undoUntil = (now: Date) => ({ undoUntil: after(now, times.undoMs).toISOString() });

/** When others are told of what happened `at`. */
export const toldAt = (at: Date): Date => after(at, times.waitMs);

/** Whether they are by now, of what can be undone until then. */
export const isTold = (until: Date, now: Date): boolean =>
  now.getTime() >= until.getTime() - times.undoMs + times.waitMs - marginMs;

const after = (from: Date, ms: number) => new Date(from.getTime() + ms);
