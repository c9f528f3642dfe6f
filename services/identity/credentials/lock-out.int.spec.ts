import { jest } from "@jest/globals";
import { hashOf } from "#shared/access/secrets.ts";
import { most } from "./attempts.ts";
import { good, type Office, openOffice } from "./credentials.testing.ts";

jest.setTimeout(120_000);

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

it("takes as long for an unknown address as for a wrong password", async () => {
  await office.withPassword();
  const times: Record<string, number[]> = { known: [], unknown: [] };
  const turn = async (which: "known" | "unknown", n: number) => {
    const address = which === "known" ? email : `nobody-${n}@office.example`;
    const began = performance.now();
    await signIn("wrong", mine, address);
    times[which]!.push(performance.now() - began);
  };
  // Fewer than would lock it.
  for (let n = 0; n < most.others - 2; n++) {
    await turn("known", n);
    await turn("unknown", n);
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  const ratio = median(times.known!) / median(times.unknown!);
  expect(ratio).toBeGreaterThan(0.8);
  expect(ratio).toBeLessThan(1.25);
});
