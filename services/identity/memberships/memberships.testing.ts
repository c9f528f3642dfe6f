import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import type { Clock } from "#shared/clock/clock.ts";
import type { Config } from "#shared/config/config.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { holderOf } from "../sessions/sessions.testing.ts";

const { actions } = identity;

/** Lets others in; is in no organisation itself. */
export const admin = inRole("admin", "first-admin", "office");
export const officer = inRole("officer", "officer-1", "office");
export const member = (person: string, organisation: string): Principal =>
  inRole("member", person, organisation);

/** Companies with an owner each, olga-<company>, and one who is neither owner nor lead, cas-<company>. */
export async function openCompanies(
  companies: string[],
  options: { clock?: Clock; config?: Partial<Config> } = {},
): Promise<TestNode> {
  const services = [logService, identityService, mailService, settingsService];
  const node = await startNode({ services, ...options });
  for (const id of companies) {
    const organisation = { id, kind: "company", name: id, country: "BE", size: "sme" } as const;
    done(await node.as(admin, actions.admitOrganisation, organisation));
  }
  await node.settled();
  for (const id of companies) for (const name of ["olga", "cas"]) await admit(node, `${name}-${id}`, id);
  await node.settled();
  return node;
}

export async function admit(node: TestNode, id: string, organisation: string): Promise<void> {
  const own = { name: `Name of ${id}`, email: `${id}@${organisation}.example`, language: "nl" };
  done(await node.as(admin, actions.admitPerson, { id, organisation, roles: ["member"], ...own }));
}

/** In the log, and nothing of what its handler does after it, as when the process dies in between. */
export const commitAlone = (node: TestNode, feature: { name: string }, id: string, event: object) =>
  node.kernel.executor.execute({
    ...{ feature, stream: `${feature.name}/${id}`, decide: () => [event], command: {}, facts: {} },
    ...{ reply: () => ({}), by: admin, name: "identity.admitPerson", key: newId(), hash: newId() },
  } as never);

/** Somebody's session for an organisation: what the gateway knows of it now. */
export async function openSession(node: TestNode, person: string, organisation: string) {
  const { secret } = done(await node.as(admin, actions.signInAsDemoPerson, { person, organisation }));
  return () => holderOf(node, hashOf(secret));
}

/** Who stands how, as an officer reads it. */
export async function standingsIn(node: TestNode, organisation: string): Promise<Record<string, string>> {
  await node.settled();
  const { rows } = done(await node.as(officer, actions.peopleOf, { organisation }));
  return Object.fromEntries(rows.map(({ person, standing }) => [person, standing]));
}

export function done<T>(reply: T): Exclude<T, { refused: string }> {
  if (isRefusal(reply)) throw new Error(JSON.stringify(reply));
  return reply as Exclude<T, { refused: string }>;
}
