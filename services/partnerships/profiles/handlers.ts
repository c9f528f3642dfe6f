import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import type { actions } from "./contract.ts";
import { partnerRows } from "./views/partners.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function partners({ country, after, limit }: In<"partners">, ctx: CallContext) {
  const rows = await read(ctx, partnerRows);
  const wanted = country ? { country } : {};
  const found = await rows
    .find({ ...wanted, ...(after && afterRow(after)) })
    .sort({ name: 1, _id: 1 })
    .limit(limit)
    .lean();
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    rows: found.map(({ _id, ...row }) => ({ id: _id, ...row })),
    ...(last && { next: `${last._id}/${last.name}` }),
    total: await rows.countDocuments(wanted),
    countries: await rows.distinct("country"),
  };
}

function afterRow(after: string) {
  const id = after.slice(0, after.indexOf("/"));
  const name = after.slice(after.indexOf("/") + 1);
  return { $or: [{ name: above(name) }, { name, _id: above(id) }] };
}

export async function partner({ id }: In<"partner">, ctx: CallContext) {
  const row = await (await read(ctx, partnerRows)).findById(id).lean();
  if (!row) return refuse("not-found");
  const { _id, ...page } = row;
  return { id: _id, ...page };
}
