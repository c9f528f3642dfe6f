import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { type Batch, batchCollection, type Read } from "#shared/reads/batches.ts";
import { reasonsOf } from "#shared/reads/reasons.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import { namesOfPeople } from "../people/names.ts";
import type { actions } from "./contract.ts";
import { csvOf } from "./csv.ts";
import { mayKnow, seesOthers } from "./visible.ts";

type Wanted = Input<typeof actions.reads>;

const pageSizes = { page: 100, file: 2_000 };
const columns = ["number", "at", "person", "name", "organisation", "organisationName"];

export const reads = (wanted: Wanted, ctx: CallContext) => pageOf(ctx, wanted, pageSizes.page);

export async function readsAsFile(wanted: Wanted, ctx: CallContext) {
  const { rows, next } = await pageOf(ctx, wanted, pageSizes.file);
  const csv = csvOf(rows, [...columns, "action", "record", "trace", "reason"]);
  return { csv, ...(next && { next }) };
}

async function pageOf(ctx: CallContext, wanted: Wanted, size: number) {
  const { who } = ctx.meta;
  const matches = (one: Read) =>
    (!wanted.person || one.person === wanted.person) &&
    (!wanted.record || one.record === wanted.record) &&
    mayKnow(who, one);
  const found: (Read & Pick<Batch, "_id" | "at">)[] = [];
  const { mongo } = kernelOf(ctx.broker);
  for await (const { _id, at, reads: lines } of batchCollection(mongo)
    .find(filterOf(ctx, wanted))
    .sort({ _id: -1 })) {
    found.push(...lines.filter(matches).map((line) => ({ _id, at, ...line })));
    // A batch stays whole, so that its number is where the next page begins.
    if (found.length >= size) return { rows: await shown(ctx, found), next: _id };
  }
  return { rows: await shown(ctx, found) };
}

/** Batches in which something may stand that is asked for and may be known; which of their lines, is looked at one by one. */
function filterOf(ctx: CallContext, { person, record, before }: Wanted) {
  const { who } = ctx.meta;
  const self = who.kind === "person" ? who.person : "";
  return {
    ...(person && { "reads.person": person }),
    ...(record && { "reads.record": record }),
    ...(before && { _id: { $lt: before } }),
    ...(!seesOthers(who) && { $or: [{ "reads.person": self }, { "reads.record": self }] }),
  };
}

async function shown(ctx: CallContext, found: (Read & Pick<Batch, "_id" | "at">)[]) {
  const distinct = (pick: (one: Read) => string | undefined) => [
    ...new Set(found.flatMap((one) => pick(one) ?? [])),
  ];
  const names = await namesOfPeople(
    ctx,
    distinct(({ person }) => person),
  );
  const organisations = await (await read(ctx, organisationRows))
    .find({ _id: among(distinct(({ organisation }) => organisation)) })
    .lean();
  const reasons = await reasonsOf(kernelOf(ctx.broker).mongo)
    .find({ _id: among(distinct(({ reason }) => reason)) })
    .lean();
  const organisationNames = new Map(organisations.map(({ _id, name }) => [_id, name]));
  const texts = new Map(reasons.map(({ _id, text }) => [_id, text]));
  return found.map(({ _id, at, person, organisation, action, record, trace, reason }) => {
    const [name, organisationName, text] = [
      names[person],
      organisationNames.get(organisation),
      texts.get(reason ?? ""),
    ];
    return {
      ...{ number: _id, at: at.toISOString(), person, ...(name && { name }) },
      ...{ organisation, ...(organisationName && { organisationName }), action },
      ...{ ...(record && { record }), ...(trace && { trace }), ...(text && { reason: text }) },
    };
  });
}
