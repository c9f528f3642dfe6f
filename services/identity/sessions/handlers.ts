import { isFresh } from "#shared/access/policy.ts";
import { hasProven, isStaff } from "#shared/access/principal.ts";
import { type CallContext, type PersonCalling, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { knownOf } from "../credentials/credentials.ts";
import { namesOfOrganisations } from "../organisations/names.ts";
import { namesOfPeople } from "../people/names.ts";
import { personRows } from "../people/views/people.ts";
import { routesFor } from "./abilities.ts";
import type { actions } from "./contract.ts";
import { endSessions } from "./end.ts";
import { keepAlive, sessionCollection } from "./sessions.ts";
import { goOn, startSessionOf } from "./start.ts";

const roles = ["officer", "fund-manager", "auditor", "admin", "partner", "member"] as const;
const shownPerRole = 12;

export async function demoPersons(_input: object, ctx: CallContext) {
  const people = await read(ctx, personRows);
  const byRole = await Promise.all(
    roles.map((role) =>
      people.find({ "memberships.roles": role }).sort({ position: 1 }).limit(shownPerRole).lean(),
    ),
  );
  const once = new Map(byRole.flat().map((row) => [row._id, row]));
  return { rows: await named(ctx, [...once.values()].flatMap(inEachRole)) };
}

export async function signInAsDemoPerson(
  { person, organisation }: Input<typeof actions.signInAsDemoPerson>,
  ctx: CallContext,
) {
  // Nobody in the demo has a second factor: choosing who to be counts as one.
  const secondFactorAt = kernelOf(ctx.broker).clock.now();
  const secret = await startSessionOf(ctx, person, { organisation, secondFactorAt });
  return secret ? { person, secret } : refuse("identity.unknown-person");
}

export async function changeOrganisation(
  { organisation }: Input<typeof actions.changeOrganisation>,
  ctx: CallContext,
) {
  const session = await goOn(ctx, { ...personIn(ctx), organisation });
  return isRefusal(session) ? refuse("identity.not-a-member") : session;
}

/** The gateway ends the session its cookie names; here is nothing left to do. */
export async function signOut() {
  return {};
}

export async function me(_input: object, ctx: CallContext) {
  const { who } = ctx.meta;
  const { clock, config } = kernelOf(ctx.broker);
  const { demo, openIdProviders } = config;
  const providers = openIdProviders.map(({ id: provider, name }) => ({ provider, name }));
  if (who.kind !== "person") return { signedIn: false, demo, providers, abilities: [], others: [] };
  const row = await (await read(ctx, personRows)).findById(who.person).lean();
  const all = row ? await named(ctx, inEachRole(row)) : [];
  const person = all.find(({ organisation }) => organisation === who.organisation);
  const others = all.filter((one) => one !== person);
  return {
    signedIn: true,
    demo,
    providers,
    ...(person && { person }),
    ...(await stillNeeded(ctx, who)),
    fresh: isFresh(who, clock.now()),
    abilities: routesFor(ctx),
    others: others.map(({ organisation, organisationName }) => ({ organisation, organisationName })),
  };
}

/** Of who has rights that count only with a second factor. */
async function stillNeeded(ctx: CallContext, who: PersonCalling) {
  const { person, roles } = who;
  if (!isStaff(roles) || hasProven(who)) return {};
  const { secondFactor } = await knownOf(kernelOf(ctx.broker).mongo, person);
  return { secondFactor: secondFactor ? ("needed" as const) : ("to-set-up" as const) };
}

export async function principalsOf(
  { sessionHashes, unused }: Input<typeof actions.principalsOf>,
  ctx: CallContext,
) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const now = clock.now();
  const found = await sessionCollection(mongo)
    .find({ _id: { $in: sessionHashes } })
    .toArray();
  const lasting = found.filter(({ endsAt }) => endsAt >= now);
  if (!unused) await Promise.all(lasting.map((session) => keepAlive(mongo, session, now)));
  return {
    rows: lasting.map(({ _id: sessionHash, person, organisation, roles, secondFactorAt, name: session }) => ({
      ...{ sessionHash, person, organisation, roles, session },
      ...(secondFactorAt && { secondFactorAt: secondFactorAt.getTime() }),
    })),
  };
}

export async function endSession({ sessionHash }: Input<typeof actions.endSession>, ctx: CallContext) {
  await endSessions(ctx, { _id: sessionHash });
  return {};
}

type InRole = { _id: string; organisation: string; roles: (typeof roles)[number][] };
type Row = { _id: string; memberships: Omit<InRole, "_id">[] };

const inEachRole = ({ _id, memberships }: Row): InRole[] => memberships.map((one) => ({ _id, ...one }));

async function named(ctx: CallContext, rows: InRole[]) {
  const names = await namesOfPeople(
    ctx,
    rows.map((row) => row._id),
  );
  const organisationNameOf = await namesOfOrganisations(
    ctx,
    rows.map((row) => row.organisation),
  );
  return rows.flatMap(({ _id: person, organisation, roles }) => {
    const name = names[person];
    const organisationName = organisationNameOf(organisation);
    return name ? [{ person, name, organisation, organisationName, roles }] : [];
  });
}
