import { setTimeout as sleep } from "node:timers/promises";
import type { Model } from "mongoose";
import type { CallContext } from "../contract/call.ts";
import { type CallNotes, partsOf } from "../contract/serve.ts";
import { type Kernel, kernelOf } from "../kernel.ts";
import type { Commit } from "../log/commit.ts";
import { eventsOf } from "../log/events.ts";
import { seenAtMost } from "../log/tail.ts";
import { modelOf } from "../mongo/model.ts";
import { limits, markOf, marksOf } from "./marks.ts";
import type { View } from "./view.ts";

const patience = { ms: 2_000, step: 30 };

/** The rows of a view, once it has seen the caller's own last write (`Causeway-After`). */
export const read = <R>(ctx: CallContext, view: View<R>) => readAfter(ctx, view, ctx.meta.after);

/**
 * The rows of a view, once it has seen the commit of that number. After 2 s it goes on with what is there; the reply then
 * says how many commits it was behind.
 */
export async function readAfter<R>(
  ctx: CallContext,
  view: View<R>,
  seen: number | undefined,
): Promise<Model<R & { _id: string }>> {
  const kernel = kernelOf(ctx.broker);
  if (seen !== undefined) {
    const after = await seenAtMost(kernel.tail, seen);
    const notes = ctx.locals as CallNotes;
    // Several questions of one call share its patience.
    notes.patientUntil ??= Date.now() + patience.ms;
    const behind = await waitFor(kernel, view, after, notes.patientUntil, () => positionOf(ctx, view));
    if (behind) notes.behind = behind;
  }
  return modelOf<R>(kernel.mongo, view.name, view.row);
}

const positionOf = (ctx: CallContext, view: View): number =>
  partsOf(ctx.broker, ctx.service!.name)?.projector.position(view.name) ?? 0;

async function waitFor(
  kernel: Kernel,
  view: View,
  after: number,
  end: number,
  own: () => number,
): Promise<number> {
  for (;;) {
    if (own() >= after) return 0;
    if (await seenElsewhere(kernel, view, after)) return 0;
    if (Date.now() >= end) return Math.max(1, after - own());
    await Promise.race([kernel.tail.moved(kernel.tail.head()), sleep(patience.step)]);
  }
}

/**
 * The projector at work may be another process. Its mark may rest where nothing has happened to it, so a gap without an
 * event of its own counts as seen.
 */
async function seenElsewhere(kernel: Kernel, view: View, after: number): Promise<boolean> {
  const mark = await markOf(marksOf(kernel.mongo), view.name);
  // While a rebuild swaps, the mark speaks of rows that are not in place yet.
  if (mark.swapping) return false;
  if (mark.position >= after) return true;
  if (mark.failed || after - mark.position > limits.idle) return false;
  const isNews = (commit: Commit) =>
    commit._id <= after && eventsOf(commit).some(({ type }) => view.on[type]);
  // The log gives so many at a time.
  for (let position = mark.position; position < after; ) {
    const commits = await kernel.tail.after(position);
    if (!commits.length || commits.some(isNews)) return false;
    position = commits.at(-1)!._id;
  }
  return true;
}
