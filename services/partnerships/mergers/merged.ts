import type { CallContext } from "#shared/contract/call.ts";
import { may } from "#shared/contract/may.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { registrationRows } from "../registrations/views/registrations.ts";
import { actions } from "./contract.ts";
import { mergerRows } from "./views/mergers.ts";

/** Under which id stands what once stood under this one: what it was merged into may have been merged in its turn. */
export async function whereNow(ctx: CallContext, id: string): Promise<string> {
  const rows = await read(ctx, mergerRows);
  const passed = new Set([id]);
  for (let at = id; ; passed.add(at)) {
    const next = (await rows.findById(at).lean())?.into;
    if (!next || passed.has(next)) return at;
    at = next;
  }
}

/** Those whose story is told with that of this one, for they were merged into it, if only for a while. */
export async function everMergedInto(ctx: CallContext, id: string): Promise<string[]> {
  const found = await (await read(ctx, mergerRows)).find({ ever: id }).lean();
  return found.map(({ _id }) => _id);
}

/** Of one registration: where it has gone, and what has come to it. */
export async function mergersOf(ctx: CallContext, id: string) {
  const rows = await read(ctx, mergerRows);
  const [own, others] = [await rows.findById(id).lean(), await rows.find({ into: id }).lean()];
  const names = await registrationNames(ctx, [...others.map(({ _id }) => _id), own?.into ?? ""]);
  const named = (one: string) => names.get(one) ?? "";
  return {
    ...(own?.into && { merged: { into: own.into, name: named(own.into), until: own.until! } }),
    others: others.map(({ _id, until }) => ({
      ...{ id: _id, name: named(_id) },
      ...(until && isUndoable(ctx, _id, until) && { undoUntil: until }),
    })),
  };
}

/** `published`: only of those whose page is public, or was until it was merged. */
const isUndoable = (ctx: CallContext, id: string, until: string): boolean =>
  kernelOf(ctx.broker).clock.now() <= new Date(until) && may(ctx, actions.undoMerge, { id });

export async function registrationNames(
  ctx: CallContext,
  ids: string[],
  which: "all" | "published" = "all",
): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const rows = await (await read(ctx, registrationRows)).find({ _id: among(ids) }).lean();
  const told = rows.filter(
    ({ state, stateBefore = state }) => which === "all" || stateBefore === "published",
  );
  return new Map(told.map(({ _id, name }) => [_id, name]));
}
