import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import { inRole, type Principal } from "#shared/access/principal.ts";
import { hashOf, tokenForm } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { database } from "#shared/mongo/connect.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { identity, sessionsEnded } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { tokensOf } from "./tokens.ts";

const { actions } = identity;
const gateway: Principal = { kind: "system", system: "gateway" };
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
const minute = 60_000;
const day = 24 * 60 * minute;
let node: TestNode;
let [admin, officer] = [] as unknown as [Principal, Principal];
const member: Principal = { kind: "person", person: "sanne", organisation: "zandbank", roles: ["member"] };

/** As in a session with a second factor of just now. */
function giveSecondFactors() {
  const now = clock.now().getTime();
  admin = inRole("admin", "first-admin", "office", now);
  officer = inRole("officer", "leen", "office", now);
}

beforeAll(async () => {
  node = await startNode({ services: [logService, identityService, mailService], clock });
  giveSecondFactors();
  const data = { country: "BE", size: "sme" } as const;
  for (const [id, kind] of [
    ["office", "office"],
    ["zandbank", "company"],
  ] as const)
    await node.as(admin, actions.admitOrganisation, { id, kind, name: id, ...data });
  await node.settled();
  await admit("leen", "office", ["officer"]);
  await admit("sanne", "zandbank", ["member"]);
});
beforeEach(async () => {
  giveSecondFactors();
  await tokensOf(node.kernel.mongo).deleteMany({});
});
afterAll(() => node.stop());

async function admit(id: string, organisation: string, roles: ("officer" | "member")[]) {
  const own = { name: id, email: `${id}@${organisation}.example`, language: "nl" };
  await node.as(admin, actions.admitPerson, { id, organisation, roles, ...own });
  await node.settled();
}

type Made = { token: string; bearer: string; endsAt: string };
type Asked = { scope?: ("identity.read" | "missions.read" | "missions.write")[]; days?: number };

async function make(who: Principal, { scope = ["missions.read"], days = 90 }: Asked = {}): Promise<Made> {
  const made = await node.as(who, actions.makeToken, { name: "Nightly export", scope, days });
  if (!("bearer" in made)) throw new Error(made.refused);
  return made;
}

const whose = (bearer: string) => node.as(gateway, actions.principalOfToken, { tokenHash: hashOf(bearer) });
const list = async (who: Principal) => ((await node.as(who, actions.tokens, {})) as { rows: any[] }).rows;
const ended = { refused: "identity.no-such-token" };

it("K1: opens what it is for in its owner's name, and is kept as a hash alone", async () => {
  const { token, bearer, endsAt } = await make(officer, { scope: ["missions.write", "missions.write"] });
  expect(bearer).toMatch(tokenForm);
  expect(bearer.startsWith(`ccp_${token}_`)).toBe(true);
  expect(endsAt).toBe(new Date(clock.now().getTime() + 90 * day).toISOString());
  expect(await whose(bearer)).toEqual({
    ...{ person: "leen", organisation: "office", roles: ["officer"] },
    token: { id: token, scope: ["missions.write"] },
  });
  expect(await whose(`${bearer.slice(0, -1)}${bearer.endsWith("A") ? "B" : "A"}`)).toMatchObject(ended);
  const stored = await database(node.kernel.mongo).collection("identity.tokens").find({}).toArray();
  expect(JSON.stringify(stored)).not.toContain(bearer.slice(-43));
});

it("K1: asks staff for a second factor of just now before one is made, and a member for nothing more", async () => {
  const asked = { name: "One", scope: ["missions.read" as const], days: 90 };
  clock.advance(11 * minute);
  expect(await node.as(officer, actions.makeToken, asked)).toMatchObject({ refused: "step-up-required" });
  expect(await node.as(member, actions.makeToken, asked)).toMatchObject({ bearer: expect.any(String) });
});

it("K1: works until it expires, to the moment, and is swept after that", async () => {
  const { bearer } = await make(member, { days: 1 });
  clock.advance(day - 1);
  expect(await whose(bearer)).toMatchObject({ person: "sanne" });
  clock.advance(1);
  expect(await whose(bearer)).toMatchObject(ended);
  expect(await list(member)).toEqual([]);
  clock.advance(1);
  await partsOf(node.broker, "identity")!.keeper.sweep();
  expect(await tokensOf(node.kernel.mongo).countDocuments()).toBe(0);
});

it("K1: may no more than its owner may now, and never what they got after it was made", async () => {
  const { bearer } = await make(officer);
  await tokensOf(node.kernel.mongo).updateOne({}, { $set: { roles: ["officer", "admin"] } });
  expect(await whose(bearer)).toMatchObject({ roles: ["officer"] });
  await tokensOf(node.kernel.mongo).updateOne({}, { $set: { roles: [] } });
  expect(await whose(bearer)).toMatchObject({ roles: [] });
  await tokensOf(node.kernel.mongo).updateOne({}, { $set: { organisation: "zandbank" } });
  expect(await whose(bearer)).toMatchObject(ended);
});

it("K1: shows its owner what they made and when it was last used, to the minute", async () => {
  const made = await make(officer, { scope: ["missions.read", "identity.read"], days: 7 });
  const [before] = await list(officer);
  expect(before).toEqual({
    ...{ token: made.token, name: "Nightly export", organisationName: "office" },
    scope: ["missions.read", "identity.read"],
    ...{ madeAt: clock.now().toISOString(), endsAt: made.endsAt },
  });
  const first = clock.now();
  await whose(made.bearer);
  clock.advance(minute - 1);
  await whose(made.bearer);
  expect((await list(officer))[0].usedAt).toBe(first.toISOString());
  clock.advance(1);
  await whose(made.bearer);
  expect((await list(officer))[0].usedAt).toBe(clock.now().toISOString());
  expect(await list(member)).toEqual([]);
});

it("K1: offers for a scope what they may themselves", async () => {
  const offered = async (who: Principal) => ((await node.as(who, actions.tokens, {})) as any).scopes;
  expect(await offered(member)).toEqual([
    ...["identity.read", "identity.write", "mail.read"],
    ...["missions.read", "missions.write"],
  ]);
  expect(await offered(officer)).toEqual(expect.arrayContaining(["partnerships.write", "settings.read"]));
  expect(await offered(officer)).not.toContain("settings.write");
});

it("K1: is ended by its owner, or by an administrator, and by nobody else; whoever remembers it is told", async () => {
  const told: string[][] = [];
  node.broker.createService({
    name: "rememberer",
    events: { [sessionsEnded]: (ctx: { params: { hashes: string[] } }) => void told.push(ctx.params.hashes) },
  } as never);
  const [one, other] = [await make(member), await make(member)];
  expect(await node.as(officer, actions.endToken, { token: one.token })).toMatchObject(ended);
  expect(await node.as(member, actions.endToken, { token: one.token })).toEqual({});
  expect(await node.as(member, actions.endToken, { token: one.token })).toMatchObject(ended);
  expect(await whose(one.bearer)).toMatchObject(ended);
  expect(await node.as(officer, actions.tokensOfPerson, { id: "sanne" })).toMatchObject({
    refused: "not-allowed",
  });
  expect(await node.as(admin, actions.tokensOfPerson, { id: "sanne" })).toMatchObject({
    rows: [{ token: other.token }],
  });
  expect(await node.as(admin, actions.tokensOfPerson, { id: "nobody-like-it" })).toMatchObject({
    refused: "not-found",
  });
  const named = { id: "leen", token: other.token };
  expect(await node.as(admin, actions.endTokenOfPerson, named)).toMatchObject(ended);
  expect(await node.as(admin, actions.endTokenOfPerson, { ...named, id: "sanne" })).toEqual({});
  expect(await whose(other.bearer)).toMatchObject(ended);
  expect(told).toEqual([[hashOf(one.bearer)], [hashOf(other.bearer)]]);
});

it("K1: lets nobody have more than twenty", async () => {
  for (let n = 0; n < 20; n++) await make(member);
  const asked = { name: "One more", scope: ["missions.read" as const], days: 90 };
  expect(await node.as(member, actions.makeToken, asked)).toEqual({
    ...{ refused: "identity.too-many-tokens", params: { most: 20 } },
  });
  await node.as(member, actions.endToken, { token: (await list(member))[0].token });
  await make(member);
  for (const { token } of (await list(member)).slice(0, 3))
    await node.as(member, actions.endToken, { token });
  await Promise.all(Array.from({ length: 12 }, () => node.as(member, actions.makeToken, asked)));
  expect((await list(member)).length).toBeLessThanOrEqual(20);
});

it("K1: opens nothing from the moment on that its owner is suspended, and none can be made meanwhile", async () => {
  const { bearer } = await make(member);
  await node.as(admin, actions.suspendPerson, { id: "sanne", reason: "Lost a laptop." });
  await node.settled();
  expect(await whose(bearer)).toMatchObject(ended);
  expect(
    await node.as(member, actions.makeToken, { name: "Late", scope: ["missions.read"], days: 1 }),
  ).toMatchObject({
    refused: "identity.no-session",
  });
  await node.as(admin, actions.reinstatePerson, { id: "sanne" });
  await node.settled();
  expect(await whose(bearer)).toMatchObject(ended);
});

it("K7: goes with its owner", async () => {
  await admit("joris", "zandbank", ["member"]);
  const joris: Principal = { kind: "person", person: "joris", organisation: "zandbank", roles: ["member"] };
  const { bearer } = await make(joris);
  await node.as(joris, actions.askErasure, { id: "joris" });
  await node.as(admin, actions.erasePerson, { id: "joris" });
  expect(await whose(bearer)).toMatchObject(ended);
  expect(await tokensOf(node.kernel.mongo).countDocuments({ person: "joris" })).toBe(0);
});
