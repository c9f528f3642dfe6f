import { ServiceBroker, type ServiceSchema } from "moleculer";
import { identity } from "#services/identity/identity.contract.ts";
import identityService from "#services/identity/identity.service.ts";
import logService from "#services/log/log.service.ts";
import missionsService from "#services/missions/missions.service.ts";
import partnershipsService from "#services/partnerships/partnerships.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import type { Config } from "#shared/config/config.ts";
import { callAs } from "#shared/contract/call.ts";
import type { Action, Input, Reply } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { brokerOptions } from "#shared/node/broker.ts";
import { settled } from "#shared/node/settled.ts";
import type { Member } from "../load/claims.ts";

const admin = inRole("admin", "bench-admin", "office");

export type People = { members: Member[]; officers: string[]; others: string[]; signers: string[] };

/** Of one the gateway takes 1,200 changes a minute, and the officer signs up more than ten thousand. */
const sessionsOfOfficer = 40;

/**
 * Companies, one member in each, and a session for every one; so many companies without, for which the officer signs up;
 * and so many members who sign in only while that is measured. Written by the portal's own commands.
 */
export async function preparePeople(
  config: Config,
  count: number,
  without: number,
  toSignIn: number,
): Promise<People> {
  const broker = await startServices(config);
  const { actions } = identity;
  const companies = Array.from({ length: count }, (_, n) => `company-${n}`);
  const others = Array.from({ length: without }, (_, n) => `filler-${n}`);
  const late = Array.from({ length: toSignIn }, (_, n) => `late-${n}`);
  const own = { country: "BE", size: "sme" as const };
  await inLanes(["office", ...companies, ...others, ...late], async (id) => {
    const kind = id === "office" ? ("office" as const) : ("company" as const);
    await send(broker, admin, actions.admitOrganisation, { id, kind, name: `Company ${id}`, ...own });
  });
  await settled(broker, 120_000);
  await inLanes(["office", ...companies, ...late], async (organisation) => {
    const id = `person-${organisation}`;
    const words = { name: `Person ${id}`, email: emailOf(id), language: "nl" };
    const roles = organisation === "office" ? (["officer"] as const) : (["member"] as const);
    await send(broker, admin, actions.admitPerson, { id, organisation, roles: [...roles], ...words });
  });
  await settled(broker, 120_000);
  const members: Member[] = [];
  await inLanes(companies, async (company) => {
    members.push({ company, session: await signIn(broker, `person-${company}`) });
  });
  const officers: string[] = [];
  for (let n = 0; n < sessionsOfOfficer; n++) officers.push(await signIn(broker, "person-office"));
  await broker.stop();
  return { members, officers, others, signers: late.map((company) => `person-${company}`) };
}

export const emailOf = (person: string): string => `${person}@example.org`;

export async function startServices(config: Config): Promise<ServiceBroker> {
  const broker = new ServiceBroker(brokerOptions(config));
  const services: ServiceSchema[] = [logService, identityService, missionsService, partnershipsService];
  for (const service of services) broker.createService({ ...service });
  await broker.start();
  return broker;
}

async function signIn(broker: ServiceBroker, person: string): Promise<string> {
  const { secret } = await send(broker, { kind: "nobody" }, identity.actions.signInAsDemoPerson, { person });
  return secret;
}

async function send<A extends Action<any, any, any, any>>(
  broker: ServiceBroker,
  who: Principal,
  action: A,
  input: Input<A>,
): Promise<Exclude<Reply<A>, { refused: string }>> {
  const meta = { who, key: newId() };
  // A busy machine may let the deadline pass; by its key the command is done once.
  const patiently = (tries: number): ReturnType<typeof callAs<A>> =>
    callAs(broker, action, input, meta).catch((error) => {
      if (tries === 1) throw error;
      return patiently(tries - 1);
    });
  const { reply } = await patiently(10);
  if (isRefusal(reply)) throw new Error(`${action.name} was refused: ${JSON.stringify(reply)}`);
  return reply as Exclude<Reply<A>, { refused: string }>;
}

/** Many at once, but not all: the log takes some thousands of waiting commands. */
export async function inLanes<T>(all: T[], work: (one: T) => Promise<void>, lanes = 32): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < all.length) await work(all[next++]!);
    }),
  );
}
