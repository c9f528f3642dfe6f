import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { ledAmong } from "../memberships/led.ts";
import { erasedAmong, namesOfPeople } from "../people/names.ts";
import type { actions } from "./contract.ts";
import { organisation } from "./organisations.ts";
import { admit } from "./rules.ts";
import { organisationRows } from "./views/organisations.ts";

export function admitOrganisation(
  { id, ...data }: Input<typeof actions.admitOrganisation>,
  ctx: CallContext,
) {
  return execute(ctx, organisation, id, admit, data, {}, () => ({ organisation: id }));
}

export function admitPartner({ id, ...own }: Input<typeof actions.admitPartner>, ctx: CallContext) {
  const data = { kind: "cluster", size: "none", ...own } as const;
  return execute(ctx, organisation, id, admit, data, {}, () => ({ organisation: id }));
}

export async function organisations(input: Input<typeof actions.organisations>, ctx: CallContext) {
  const rows = await read(ctx, organisationRows);
  const found = await rows
    .find({ ...(input.kind && { kind: input.kind }), _id: above(input.after ?? "") })
    .sort({ _id: 1 })
    .limit(input.limit)
    .lean();
  const last = found.length === input.limit ? found.at(-1)!._id : undefined;
  const led = await ledAmong(
    ctx,
    found.map(({ _id }) => _id),
  );
  return {
    rows: found.map(({ _id, ...row }) => ({ id: _id, ...row, isLed: led.has(_id) })),
    ...(last && { next: last }),
  };
}

export async function namesOf(input: Input<typeof actions.namesOf>, ctx: CallContext) {
  const rows = await read(ctx, organisationRows);
  const found = await rows.find({ _id: among(input.organisations) }).lean();
  return {
    organisations: Object.fromEntries(found.map((row) => [row._id, row.name])),
    kinds: Object.fromEntries(found.map((row) => [row._id, row.kind])),
    people: await namesOfPeople(ctx, input.people),
    erased: await erasedAmong(ctx, input.people),
  };
}
