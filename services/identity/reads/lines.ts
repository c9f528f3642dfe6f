import type { CallContext } from "#shared/contract/call.ts";
import { recordOfPerson } from "#shared/contract/reads.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { type Batch, batchCollection, type Read } from "#shared/reads/batches.ts";
import { reasonsOf } from "#shared/reads/reasons.ts";
import { namesOfDoers } from "./doers.ts";

type Line = Read & Pick<Batch, "_id" | "at">;

/** What they read, and what others read of them. */
export async function readsAbout(ctx: CallContext, person: string) {
  const record = recordOfPerson(person);
  const theirs = { $or: [{ "reads.person": person }, { "reads.record": record }] };
  const isTheirs = (one: Read) => one.person === person || one.record === record;
  return (await collect(ctx, theirs, isTheirs, 1_000)).rows;
}

/** The newest that match, as they are shown; `next`: where older ones begin. */
export async function collect(
  ctx: CallContext,
  filter: object,
  matches: (one: Read) => boolean,
  size: number,
) {
  const found: Line[] = [];
  const { mongo } = kernelOf(ctx.broker);
  for await (const { _id, at, reads: lines } of batchCollection(mongo).find(filter).sort({ _id: -1 })) {
    found.push(...lines.filter(matches).map((line) => ({ _id, at, ...line })));
    // A batch stays whole, so that its number is where the next page begins.
    if (found.length >= size) return { rows: await shown(ctx, found), next: _id };
  }
  return { rows: await shown(ctx, found) };
}

async function shown(ctx: CallContext, found: Line[]) {
  const namesOf = await namesOfDoers(ctx, found);
  const reasons = await reasonsOf(kernelOf(ctx.broker).mongo)
    .find({ _id: among([...new Set(found.flatMap(({ reason }) => reason ?? []))]) })
    .lean();
  const texts = new Map(reasons.map(({ _id, text }) => [_id, text]));
  return found.map(({ _id, at, person, organisation, action, record, filters, rows, trace, reason }) => {
    const text = texts.get(reason ?? "");
    return {
      ...{ number: _id, at: at.toISOString(), person, organisation, action },
      ...namesOf({ person, organisation }),
      ...(record && { record }),
      ...(filters && { filters }),
      ...(rows !== undefined && { rows }),
      ...(trace && { trace }),
      ...(text && { reason: text }),
    };
  });
}
