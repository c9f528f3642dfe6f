import type { CallContext } from "../contract/call.ts";
import { newId } from "../ids.ts";
import { kernelOf } from "../kernel.ts";
import { among } from "../mongo/filters.ts";
import { documentsOf } from "./collection.ts";
import type { Subject } from "./subject.ts";
import type { RetentionTerm } from "./terms.ts";

/**
 * Writes what the log must not hold, under a new id, before the event that will name it.
 * It is pending until then; pending for a day, it is swept.
 */
export async function remember<D extends object>(
  ctx: CallContext,
  what: { kind: string; subject: Subject | undefined; term: RetentionTerm; endsAt?: Date },
  doc: D,
): Promise<string> {
  const { mongo, clock } = kernelOf(ctx.broker);
  const _id = newId();
  await documentsOf<D>(mongo, ctx.service!.name).create({
    _id,
    ...what,
    at: clock.now(),
    pending: true,
    doc,
  });
  return _id;
}

/** Of what has been replaced and nobody has to see any more, at once and not with its term. */
export async function forget(ctx: CallContext, id: string): Promise<void> {
  await documentsOf(kernelOf(ctx.broker).mongo, ctx.service!.name).deleteOne({ _id: id });
}

/** What these ids stand for. An id without a document was erased. */
export async function recall<D>(ctx: CallContext, ids: string[]): Promise<Map<string, D>> {
  const { mongo } = kernelOf(ctx.broker);
  if (!ids.length) return new Map();
  const found = await documentsOf<any>(mongo, ctx.service!.name)
    .find({ _id: among(ids) })
    .lean();
  return new Map(found.map((document) => [document._id, document.doc as D]));
}
