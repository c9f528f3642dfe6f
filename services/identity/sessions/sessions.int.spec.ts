import logService from "#services/log/log.service.ts";
import type { Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { sessionsOf } from "./sessions.ts";

const { actions } = identity;
const admin: Principal = { kind: "person", person: "first-admin", organisation: "office", roles: ["admin"] };
const gateway: Principal = { kind: "system", system: "gateway" };
const hour = 60 * 60_000;
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, identityService], clock });
  const office = { id: "office", kind: "office", name: "Office", country: "BE", size: "sme" } as const;
  await node.as(admin, actions.admitOrganisation, office);
  await node.settled();
  const leen = { id: "leen", organisation: "office", roles: ["officer" as const] };
  const own = { name: "Leen", email: "leen@office.example", language: "nl" as const };
  await node.as(admin, actions.admitPerson, { ...leen, ...own });
  await node.settled();
});
afterAll(() => node.stop());

async function signIn(): Promise<string> {
  const session = await node.as({ kind: "nobody" }, actions.signInAsDemoPerson, { person: "leen" });
  if (!("secret" in session)) throw new Error(session.refused);
  return hashOf(session.secret);
}

it("lets a session go once it has ended, and no other", async () => {
  const early = await signIn();
  clock.advance(6 * hour);
  const late = await signIn();
  clock.advance(6 * hour + 1);
  const whose = (sessionHash: string) => node.as(gateway, actions.principalOf, { sessionHash });
  expect(await whose(early)).toMatchObject({ refused: "identity.no-session" });
  await partsOf(node.broker, "identity")!.keeper.sweep();
  const left = await sessionsOf(node.kernel.mongo).find({}).lean();
  expect(left.map(({ _id }) => _id)).toEqual([late]);
  expect(await whose(late)).toMatchObject({ person: "leen" });
});
