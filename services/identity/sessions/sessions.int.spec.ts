import logService from "#services/log/log.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity, sessionsEnded } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { holderOf } from "./sessions.testing.ts";
import { sessionsOf } from "./sessions.ts";

const { actions } = identity;
const admin = inRole("admin", "first-admin", "office");
const gateway: Principal = { kind: "system", system: "gateway" };
const minute = 60_000;
const hour = 60 * minute;
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
  const company = { id: "zandbank", kind: "company", name: "Zandbank", country: "BE", size: "sme" } as const;
  await node.as(admin, actions.admitOrganisation, company);
  await node.settled();
  const sanne = { id: "sanne", organisation: "zandbank", roles: ["member" as const] };
  const hers = { name: "Sanne", email: "sanne@zandbank.example", language: "nl" as const };
  await node.as(admin, actions.admitPerson, { ...sanne, ...hers });
  await node.settled();
});
afterAll(() => node.stop());

async function signIn(person = "leen"): Promise<string> {
  const session = await node.as({ kind: "nobody" }, actions.signInAsDemoPerson, { person });
  if (!("secret" in session)) throw new Error(session.refused);
  return hashOf(session.secret);
}

const whose = (sessionHash: string, unused = false) => holderOf(node, sessionHash, unused);

it("lets a session go once it has ended, and no other", async () => {
  const early = await signIn();
  clock.advance(20 * minute);
  const late = await signIn();
  clock.advance(10 * minute + 1);
  expect(await whose(early)).toBe("nobody");
  await partsOf(node.broker, "identity")!.keeper.sweep();
  const left = await sessionsOf(node.kernel.mongo).find({}).lean();
  expect(left.map(({ _id }) => _id)).toEqual([late]);
  expect(await whose(late)).toMatchObject({ person: "leen" });
});

it("keeps a session that is used, for twelve hours of an officer's day at most", async () => {
  const used = await signIn();
  for (let rest = 0; rest < 12 * hour; rest += 25 * minute) {
    expect(await whose(used)).toMatchObject({ person: "leen" });
    clock.advance(25 * minute);
  }
  expect(await whose(used)).toBe("nobody");
});

it("ends one that nobody uses, though a page of it stands open", async () => {
  const session = await signIn();
  for (let rest = 0; rest <= 30 * minute; rest += 5 * minute) {
    expect(await whose(session, true)).toMatchObject({ person: "leen" });
    clock.advance(5 * minute);
  }
  expect(await whose(session, true)).toBe("nobody");
});

it("keeps a member's for eight hours at rest, and for thirty days at most", async () => {
  const rested = await signIn("sanne");
  clock.advance(8 * hour + 1);
  expect(await whose(rested)).toBe("nobody");
  const kept = await signIn("sanne");
  for (let rest = 0; rest < 30 * 24 * hour; rest += 7 * hour) {
    expect(await whose(kept)).toMatchObject({ person: "sanne" });
    clock.advance(7 * hour);
  }
  expect(await whose(kept)).toBe("nobody");
});

it("remembers when a second factor was given, also when its owner goes on for another organisation", async () => {
  const given = clock.now().getTime();
  const session = await signIn();
  clock.advance(minute);
  expect(await whose(session)).toMatchObject({ secondFactorAt: given });
  const leen = inRole("officer", "leen", "office", given);
  const changed = await node.as(leen, actions.changeOrganisation, { organisation: "office" });
  if (!("secret" in changed)) throw new Error(changed.refused);
  expect(await whose(hashOf(changed.secret))).toMatchObject({ secondFactorAt: given });
});

it("A11: tells whoever is signed in whether their second factor still counts where it is asked anew, and nobody else", async () => {
  const leen = inRole("officer", "leen", "office", clock.now().getTime());
  const fresh = async (who: Principal) => ((await node.as(who, actions.me, {})) as { fresh?: boolean }).fresh;
  clock.advance(10 * minute - 1);
  expect(await fresh(leen)).toBe(true);
  clock.advance(1);
  expect(await fresh(leen)).toBe(false);
  const { secondFactorAt: _, ...byPassword } = leen as Principal & { kind: "person" };
  expect(await fresh(byPassword)).toBe(false);
  expect(await node.as({ kind: "nobody" }, actions.me, {})).not.toHaveProperty("fresh");
});

it("says which sessions have ended to whoever remembers them", async () => {
  const told: string[][] = [];
  node.broker.createService({
    name: "rememberer",
    events: { [sessionsEnded]: (ctx: { params: { hashes: string[] } }) => void told.push(ctx.params.hashes) },
  } as never);
  const session = await signIn();
  await node.as(gateway, actions.endSession, { sessionHash: session });
  await node.as(gateway, actions.endSession, { sessionHash: session });
  expect(told).toEqual([[session]]);
});

it("shows its owner where they are signed in, and ends what they name and nothing of others", async () => {
  await sessionsOf(node.kernel.mongo).deleteMany({});
  const [here, there, third] = [await signIn(), await signIn(), await signIn()];
  const leen = { kind: "person", ...((await whose(here)) as object) } as Principal;
  const list = async () => (await node.as(leen, actions.sessions, {})) as { rows: { session: string }[] };
  expect((await list()).rows).toHaveLength(3);
  expect((await list()).rows.filter((one) => "current" in one && one.current)).toHaveLength(1);
  const { session } = (await whose(there)) as { session: string };
  const other: Principal = { kind: "person", person: "an", organisation: "office", roles: ["officer"] };
  expect(await node.as(other, actions.endOneSession, { session })).toMatchObject({
    refused: "identity.no-such-session",
  });
  expect(await node.as(leen, actions.endOneSession, { session })).toEqual({});
  expect(await whose(there)).toBe("nobody");
  expect(await node.as(leen, actions.endOtherSessions, {})).toEqual({ ended: 1 });
  expect(await whose(third)).toBe("nobody");
  expect(await whose(here)).toMatchObject({ person: "leen" });
});
