import { jest } from "@jest/globals";
import { inRole } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { testRun } from "#shared/config/test-servers.ts";
import { most } from "./attempts.ts";
import { good, type Office, openOffice } from "./credentials.testing.ts";

jest.setTimeout(240_000);

let office: Office;
const email = "leen@office.example";

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

const stranger = (n: number) => hashOf(`stranger ${n}`);
const signIn = (password: string, browser: string, address = email) =>
  office.ask(office.actions.signInByPassword, { email: address, password }, undefined, browser);
const mine = hashOf("leen's browser");
const admin = inRole("admin", "admin", "office");

it("lets strangers lock out strangers, and not the browser its person has signed in with", async () => {
  await office.withSecondFactor();
  const tries: { refused: string }[] = [];
  for (let n = 0; n < most.others + 3; n++) tries.push(await signIn("wrong", stranger(n)));
  expect(tries.map(({ refused }) => refused)).toEqual([
    ...Array(most.others).fill("identity.wrong-credentials"),
    ...Array(3).fill("identity.locked"),
  ]);
  expect(tries.at(-1)).toMatchObject({ params: { until: "2026-11-23T09:15:00.000Z" } });
  // Not with the right password either: else one more try would be worth it.
  expect(await signIn(good, stranger(1))).toMatchObject({ refused: "identity.locked" });
  expect(await signIn(good, mine)).toHaveProperty("secret");
  office.clock.advance(15 * 60_000);
  expect(await signIn(good, stranger(1))).toHaveProperty("secret");
});

it("locks a known browser by itself, and forgets wrong tries after a right one", async () => {
  await office.withSecondFactor();
  for (let n = 0; n < most.known - 1; n++) await signIn("wrong", mine);
  expect(await signIn(good, mine)).toHaveProperty("secret");
  for (let n = 0; n < most.known; n++) await signIn("wrong", mine);
  expect(await signIn(good, mine)).toMatchObject({ refused: "identity.locked" });
  expect(await signIn(good, stranger(1))).toHaveProperty("secret");
});

it("counts ten at once as ten, and for an unknown address alike", async () => {
  await office.withSecondFactor();
  const outcomes = async (address: string) => {
    const refused: string[] = [];
    for (let round = 0; round < 4; round++) {
      const all = Array.from({ length: 10 }, (_, n) => signIn("wrong", stranger(n), address));
      refused.push(...(await Promise.all(all)).map((one) => one.refused));
    }
    return refused.sort();
  };
  const known = await outcomes(email);
  expect(known.filter((one) => one === "identity.wrong-credentials")).toHaveLength(most.others);
  expect(await outcomes("nobody@office.example")).toEqual(known);
});

it("takes five wrong codes, then none for a quarter of an hour", async () => {
  const { seed } = await office.withSecondFactor();
  const leen = await office.whose(await signIn(good, mine));
  const give = (code: string) => office.ask(office.actions.giveSecondFactor, { code }, leen);
  const wrong = await Promise.all(Array.from({ length: 20 }, (_, n) => give(String(100_000 + n))));
  expect(wrong.filter(({ refused }) => refused === "identity.wrong-code").length).toBeLessThanOrEqual(5);
  expect(await give(office.codeOf(seed))).toMatchObject({ refused: "identity.locked" });
});

it("takes twenty passwords that are easily guessed by one link, then none by it", async () => {
  const { ask, actions, linkFor } = office;
  const link = await linkFor(email);
  const choose = (password: string, by = link) => ask(actions.setPassword, { link: by, password });
  for (let n = 0; n < most.chosen; n++)
    expect(await choose("password1234")).toMatchObject({ refused: "identity.easily-guessed" });
  const until = "2026-11-23T09:15:00.000Z";
  expect(await choose(good)).toEqual({ refused: "identity.link-locked", params: { until } });
  office.clock.advance(61_000);
  expect(await choose(good, await linkFor(email))).toHaveProperty("secret");
});

it("counts wrong current passwords of who wants another, as it does wrong ones to sign in", async () => {
  const { who } = await office.withSecondFactor();
  const change = { current: "wrong", password: "another lantern 8 gravel" };
  const tries: { refused: string }[] = [];
  for (let n = 0; n <= most.known; n++)
    tries.push(await office.ask(office.actions.changePassword, change, who, mine));
  expect(tries.map(({ refused }) => refused)).toEqual([
    ...Array(most.known).fill("identity.wrong-password"),
    "identity.locked",
  ]);
});

it("says no at once when more want in than there is room for", async () => {
  const all = Array.from({ length: 120 }, (_, n) =>
    signIn("wrong", mine, `someone-${n}@office.example`).catch((error: { type: string }) => error.type),
  );
  const outcomes = await Promise.all(all);
  const crowded = outcomes.filter((one) => one === "crowded").length;
  expect(crowded).toBeGreaterThan(0);
  const others = outcomes.filter((one) => one !== "crowded").map((one) => one.refused ?? one);
  // On a busy machine some wait for longer than their caller does.
  expect(["identity.wrong-credentials", "REQUEST_TIMEOUT"]).toEqual(
    expect.arrayContaining([...new Set(others)]),
  );
});

const { all } = testRun();
/** Whole: as many tries as show a difference of a twentieth. Else as many as show that one of them does no work. */
const effort = all ? { tries: 1_000, apart: 0.05 } : { tries: 60, apart: 0.25 };

it(`takes as long and says the same for an unknown address, a wrong password and a suspended person, over ${effort.tries} tries`, async () => {
  await office.withPassword();
  const tom = { id: "tom", name: "Tom Maes", email: "tom@office.example", language: "en" };
  const own = { organisation: "office", roles: ["officer" as const] };
  await office.node.as(admin, office.actions.admitPerson, { ...tom, ...own });
  await office.node.settled();
  await office.withPassword(tom.email);
  await office.node.as(admin, office.actions.suspendPerson, { id: "tom", reason: "Left on bad terms" });
  await office.node.settled();
  const ways = {
    wrong: () => signIn("wrong", mine),
    suspended: () => signIn(good, mine, tom.email),
    // As often as the others, for a first try is counted faster than a second.
    unknown: () => signIn("wrong", mine, "nobody@office.example"),
  };
  const times: Record<string, number[]> = { wrong: [], suspended: [], unknown: [] };
  const replies = new Set<string>();
  // In turns and each as often first, for what one leaves behind the next one finds.
  const order = Object.entries(ways);
  for (let n = 0; n * order.length < effort.tries; n++) {
    order.push(order.shift()!);
    for (const [way, attempt] of order) {
      const began = performance.now();
      replies.add(JSON.stringify(await attempt()));
      times[way]!.push(performance.now() - began);
    }
    // Before any of them is locked.
    if (n % most.known === 0) office.clock.advance(15 * 60_000);
  }
  expect([...replies]).toEqual([JSON.stringify({ refused: "identity.wrong-credentials", params: {} })]);
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  const medians = Object.values(times).map(median);
  const told = Object.keys(times).map((way, n) => `${way} ${medians[n]!.toFixed(2)} ms`);
  console.info(`Signing in, medians: ${told.join(", ")}`);
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1 + effort.apart);
});
