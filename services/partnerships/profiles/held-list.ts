import type { CallContext } from "#shared/contract/call.ts";
import { type Kernel, kernelOf } from "#shared/kernel.ts";
import { absent } from "#shared/mongo/filters.ts";
import { markOf, marksOf } from "#shared/views/marks.ts";
import { read } from "#shared/views/read.ts";
import type { Traits } from "./facets.ts";
import { partnerRows } from "./views/partners.ts";

/** A partner as far as it is looked for, counted and put in its place. */
export type Listed = Traits & Place & { words: string };
export type Place = { _id: string; order: string };

const held = new WeakMap<Kernel, { of: string; list: Promise<Listed[]> }>();

/**
 * All partners in their order. Every question counts all of them, so they stay in memory until the mark of their view says that
 * a row may have changed; it is read before the rows, so what is held is never older than what it is held for.
 */
export async function allPartners(ctx: CallContext): Promise<Listed[]> {
  const rows = await read(ctx, partnerRows);
  const kernel = kernelOf(ctx.broker);
  const { position, generation, swapping = "" } = await markOf(marksOf(kernel.mongo), partnerRows.name);
  const of = `${position} ${generation} ${swapping}`;
  const known = held.get(kernel);
  if (known?.of === of && !swapping) return known.list;
  const fields = { order: 1, country: 1, ecosystems: 1, language: 1, words: 1 } as const;
  const list = rows.find({ mergedInto: absent }).select<Listed>(fields).lean<Listed[]>().then(sorted);
  held.set(kernel, { of, list });
  list.catch(() => held.delete(kernel));
  return list;
}

const sorted = (all: Listed[]): Listed[] => all.sort((one, other) => (isBefore(one, other) ? -1 : 1));

export const isBefore = (one: Place, other: Place): boolean =>
  one.order < other.order || (one.order === other.order && one._id < other._id);
