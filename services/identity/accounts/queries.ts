import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { may } from "#shared/contract/may.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { recall } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above, absent, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { knownOf } from "../credentials/credentials.ts";
import { actions as erasures } from "../erasures/contract.ts";
import { namesOfOrganisations } from "../organisations/names.ts";
import { idsOfFound } from "../people/found.ts";
import { namesOfPeople } from "../people/names.ts";
import { documentOf, documentsOf, rowOf } from "../people/own.ts";
import { personRows } from "../people/views/people.ts";
import { openSessionsOf } from "../sessions/open.ts";
import { actions } from "./contract.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;
type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

export async function people({ find, organisation, after, limit }: In<"people">, ctx: CallContext) {
  const wanted = find && (await idsOfFound(ctx, find)).filter((id) => id > (after ?? ""));
  const found = await (await read(ctx, personRows))
    .find({
      _id: wanted ? among(wanted) : above(after ?? ""),
      ...(organisation && { "memberships.organisation": organisation }),
      erased: absent,
    })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean();
  const shown = found.slice(0, limit);
  const ownOf = await documentsOf(ctx, shown);
  const memberships = await membershipsOf(ctx, shown);
  return {
    rows: shown.map((row) => {
      const { name, email } = ownOf(row) ?? {};
      return {
        person: row._id,
        ...(name && email && { own: { name, email } }),
        memberships: memberships(row),
        suspended: row.suspended !== undefined,
      };
    }),
    ...(found.length > limit && { next: shown.at(-1)!._id }),
  };
}

export async function accountOf({ id }: In<"accountOf">, ctx: CallContext) {
  const row = await rowOf(ctx, id);
  if (!row) return refuse("not-found");
  const known = await knownOf(kernelOf(ctx.broker).mongo, id);
  const own = await documentOf(ctx, row);
  const suspended = await suspensionOf(ctx, row);
  return {
    person: id,
    ...(own && { own }),
    memberships: (await membershipsOf(ctx, [row]))(row),
    password: known.password !== undefined,
    secondFactor: known.secondFactor !== undefined,
    ...(suspended && { suspended }),
    sessions: await openSessionsOf(ctx, id),
    abilities: abilitiesOf(ctx, row, known.secondFactor !== undefined),
  };
}

function abilitiesOf(ctx: CallContext, { _id: id, erased, suspended }: Row, hasSecondFactor: boolean) {
  if (erased) return [];
  const isOther = personIn(ctx).person !== id;
  const steps = {
    suspend: isOther && !suspended && may(ctx, actions.suspendPerson, { id }),
    reinstate: suspended !== undefined && may(ctx, actions.reinstatePerson, { id }),
    reopen: isOther && !suspended && hasSecondFactor && may(ctx, actions.reopenAccount, { id }),
    "end-sessions": may(ctx, actions.endSessionsOf, { id }),
    "ask-erasure": may(ctx, erasures.askErasure, { id }),
  };
  return (Object.keys(steps) as (keyof typeof steps)[]).filter((step) => steps[step]);
}

async function suspensionOf(ctx: CallContext, { suspended }: Row) {
  if (!suspended) return undefined;
  const { at, by, reason } = suspended;
  const text = (await recall<{ text: string }>(ctx, [reason])).get(reason)?.text;
  const name = by && (await namesOfPeople(ctx, [by]))[by];
  return { at, ...(name && { by: name }), ...(text && { reason: text }) };
}

async function membershipsOf(ctx: CallContext, rows: Pick<Row, "memberships">[]) {
  const named = await namesOfOrganisations(
    ctx,
    rows.flatMap(({ memberships }) => memberships.map(({ organisation }) => organisation)),
  );
  return ({ memberships }: Pick<Row, "memberships">) =>
    memberships.map((one) => ({ ...one, organisationName: named(one.organisation) }));
}
