import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import { namesOfPeople } from "../people/names.ts";
import { personRows } from "../people/views/people.ts";
import type { actions } from "./contract.ts";
import { lookUp } from "./look-ups.ts";
import { sessionsOf, startSession } from "./sessions.ts";

const roles = ["officer", "fund-manager", "auditor", "admin", "partner", "member"] as const;
const shownPerRole = 12;

export async function demoPersons(_input: object, ctx: CallContext) {
  const people = await read(ctx, personRows);
  const byRole = await Promise.all(
    roles.map((role) => people.find({ roles: role }).sort({ position: 1 }).limit(shownPerRole).lean()),
  );
  return { rows: await named(ctx, byRole.flat()) };
}

export async function signInAsDemoPerson(
  { person }: Input<typeof actions.signInAsDemoPerson>,
  ctx: CallContext,
) {
  const known = await (await read(ctx, personRows)).findById(person).lean();
  if (!known) return refuse("identity.unknown-person");
  const { organisation, roles } = known;
  const { mongo, clock } = kernelOf(ctx.broker);
  return { person, secret: await startSession(mongo, { person, organisation, roles }, clock.now()) };
}

/** The gateway ends the session its cookie names; here is nothing left to do. */
export async function signOut() {
  return {};
}

export async function me(_input: object, ctx: CallContext) {
  const { who } = ctx.meta;
  const { demo } = kernelOf(ctx.broker).config;
  if (who.kind !== "person") return { signedIn: false, demo };
  const row = await (await read(ctx, personRows)).findById(who.person).lean();
  const [person] = row ? await named(ctx, [row]) : [];
  return { signedIn: true, demo, ...(person && { person }) };
}

export async function principalOf({ sessionHash }: Input<typeof actions.principalOf>, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const session = await lookUp(mongo)(sessionHash);
  if (!session || session.endsAt < clock.now()) return refuse("identity.no-session");
  const { person, organisation, roles } = session;
  return { person, organisation, roles };
}

export async function endSession({ sessionHash }: Input<typeof actions.endSession>, ctx: CallContext) {
  await sessionsOf(kernelOf(ctx.broker).mongo).deleteOne({ _id: sessionHash });
  return {};
}

type PersonRow = { _id: string; organisation: string; roles: (typeof roles)[number][] };

async function named(ctx: CallContext, rows: PersonRow[]) {
  const names = await namesOfPeople(
    ctx,
    rows.map((row) => row._id),
  );
  const organisations = await (await read(ctx, organisationRows))
    .find({ _id: among(rows.map((row) => row.organisation)) })
    .lean();
  const organisationNames = new Map(organisations.map((row) => [row._id, row.name]));
  return rows.flatMap(({ _id, organisation, roles }) => {
    const name = names[_id];
    return name
      ? [
          {
            person: _id,
            name,
            organisation,
            organisationName: organisationNames.get(organisation) ?? organisation,
            roles,
          },
        ]
      : [];
  });
}
