import { hash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { jest } from "@jest/globals";
import { nobody, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { callAs } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { good, type Office, openOffice } from "./credentials.testing.ts";
import { credentialsOf } from "./credentials.ts";

jest.setTimeout(60_000);

let ranges: Server;
let asked: string[];
/** Before the ranges answer. */
let delayMs: number;
let office: Office;
const email = "leen@office.example";
const leaked = "walrus tandem 9 biscuit";

beforeAll(async () => {
  ranges = createServer((request, response) => {
    asked.push(request.url!);
    const answer = `${hash("sha1", leaked, "hex").slice(5).toUpperCase()}:7\r\n`;
    setTimeout(() => response.end(answer), delayMs);
  });
  await new Promise<void>((listening) => ranges.listen(0, "127.0.0.1", listening));
});
afterAll(() => ranges.close());
beforeEach(async () => {
  asked = [];
  delayMs = 0;
  office = await openOffice();
});
afterEach(() => office.stop());

const another = hashOf("another browser");
const secretOf = { person: "leen", secret: expect.any(String) };
const wrong = { refused: "identity.wrong-credentials", params: {} };

it("lets staff in by password and second factor only: a letter leads to the password", async () => {
  const { ask, actions, whose, withPassword, codeOf, letters } = office;
  await withPassword();
  expect((await letters(1))[0]).not.toContain("/sign-in/link#");
  const session = await ask(actions.signInByPassword, { email: "LEEN@office.example", password: good });
  const leen = await whose(session);
  expect(leen).toMatchObject({ kind: "person", person: "leen", organisation: "office", roles: ["officer"] });
  expect(leen).not.toHaveProperty("secondFactorAt");
  const { seed, address } = await ask(actions.prepareSecondFactor, {}, leen);
  expect(address).toMatch(/^otpauth:\/\/totp\/Causeway:leen%40office\.example\?.*secret=/);
  expect(await ask(actions.confirmSecondFactor, { code: codeOf(seed, 5) }, leen)).toMatchObject({
    refused: "identity.wrong-code",
  });
  const set = await ask(actions.confirmSecondFactor, { code: codeOf(seed) }, leen);
  expect(set.recoveryCodes).toHaveLength(10);
  const secondFactorAt = office.clock.now().getTime();
  expect(await whose(set)).toMatchObject({ person: "leen", secondFactorAt });
});

it("asks the second factor anew of who signs in, and takes each code once", async () => {
  const { ask, actions, whose, withSecondFactor, codeOf, clock } = office;
  const { seed } = await withSecondFactor();
  const leen = await whose(await ask(actions.signInByPassword, { email, password: good }));
  expect(leen).not.toHaveProperty("secondFactorAt");
  const give = (code: string) => ask(actions.giveSecondFactor, { code }, leen);
  for (const late of [codeOf(seed, -2), codeOf(seed, 2), "000000"])
    expect(await give(late)).toMatchObject({ refused: "identity.wrong-code" });
  const code = codeOf(seed);
  const both = await Promise.all([give(code), give(code)]);
  expect(both.filter((one) => "secret" in one)).toHaveLength(1);
  const { secret } = both.find((one) => "secret" in one);
  expect(await whose({ secret })).toMatchObject({ secondFactorAt: clock.now().getTime() });
  // The code before it is of an earlier step.
  expect(await give(codeOf(seed, -1))).toMatchObject({ refused: "identity.wrong-code" });
});

it("opens nothing that is staff's to who has no second factor yet given: not even another one", async () => {
  const { ask, actions, whose, withSecondFactor } = office;
  await withSecondFactor();
  const leen = await whose(await ask(actions.signInByPassword, { email, password: good }));
  const no = { refused: "step-up-required", params: {} };
  expect(await ask(actions.prepareSecondFactor, {}, leen)).toEqual(no);
  expect(await ask(actions.renewRecoveryCodes, {}, leen)).toEqual(no);
  const change = { current: good, password: "another lantern 8 gravel" };
  expect(await ask(actions.changePassword, change, leen)).toEqual(no);
});

it("has a way back for a lost telephone: each recovery code once, however it is copied", async () => {
  const { ask, actions, whose, withSecondFactor, letters } = office;
  const { recoveryCodes } = await withSecondFactor();
  const leen = await whose(await ask(actions.signInByPassword, { email, password: good }));
  const code = recoveryCodes[3]!.toUpperCase().replaceAll("-", " ");
  const session = await ask(actions.giveSecondFactor, { code }, leen);
  const back = await whose(session);
  expect(back).toHaveProperty("secondFactorAt");
  for (const wrong of [code, "abcd-efgh", "abcdef", "1234567"])
    expect(await ask(actions.giveSecondFactor, { code: wrong }, leen)).toMatchObject({
      refused: "identity.wrong-recovery-code",
    });
  expect(await ask(actions.account, {}, back)).toEqual({
    email,
    language: "en",
    staff: true,
    password: true,
    secondFactor: true,
    recoveryCodes: 9,
    providers: [],
  });
  expect(await ask(actions.renewRecoveryCodes, {}, back)).toMatchObject({
    recoveryCodes: expect.arrayContaining([expect.stringMatching(/^[a-z2-6]{4}(-[a-z2-6]{4}){5}$/)]),
  });
  const told = (await letters(5)).map((letter) => letter.split("\n").slice(0, 6).join(" "));
  expect(told.join("\n")).toContain("One of your recovery codes");
  expect(told.join("\n")).toContain("New recovery codes");
});

it("takes recovery codes as people type them from paper, and nothing that is no code", async () => {
  const { ask, actions, whose, withSecondFactor, clock } = office;
  const { recoveryCodes } = await withSecondFactor();
  const leen = await whose(await ask(actions.signInByPassword, { email, password: good }));
  const between = ["–", "—", "\u2011", "\u2212", "\u00a0", "\u202f", "\u2009", " – ", ""];
  for (const [n, separator] of between.entries()) {
    const code = recoveryCodes[n]!.toUpperCase().replaceAll("-", separator);
    const given = await ask(actions.giveSecondFactor, { code: n % 2 ? code : ` ${code}\n` }, leen);
    expect({ separator, ...given }).toEqual({ separator, ...secretOf });
    clock.advance(1_000);
  }
  const last = recoveryCodes[9]!;
  expect(await ask(actions.giveSecondFactor, { code: `${last.slice(0, -1)}–` }, leen)).toMatchObject({
    refused: "identity.wrong-recovery-code",
  });
  await expect(ask(actions.giveSecondFactor, { code: `${last}!` }, leen)).rejects.toMatchObject({
    code: 422,
  });
});

it("says in the letter how many recovery codes are left, and of the last that new ones are needed", async () => {
  const { ask, actions, whose, withSecondFactor, letters } = office;
  const { recoveryCodes } = await withSecondFactor();
  const leen = await whose(await ask(actions.signInByPassword, { email, password: good }));
  for (const [n, code] of recoveryCodes.entries()) {
    expect(await ask(actions.giveSecondFactor, { code }, leen)).toEqual(secretOf);
    const told = (await letters(4 + n)).at(-1)!;
    expect(told).toContain(n < 9 ? `Codes left: ${9 - n}.` : "You have none left: make new ones now");
  }
});

it("refuses a password that is easily guessed or made of own words, and leaves the link open", async () => {
  const { ask, actions, linkFor } = office;
  const link = await linkFor(email);
  for (const password of [
    "password1234",
    "leenverhulst1",
    "Leen.Verhulst.2026",
    "office2026office",
    "getijkracht2026!",
    "aaaaaaaaaaaaaa",
  ])
    expect({ password, ...(await ask(actions.setPassword, { link, password })) }).toMatchObject({
      ...{ password, refused: "identity.easily-guessed" },
    });
  expect(await ask(actions.setPassword, { link, password: good }, undefined, another)).toMatchObject({
    refused: "identity.password-link-invalid",
  });
  const both = await Promise.all([1, 2].map(() => ask(actions.setPassword, { link, password: good })));
  expect(both.filter((one) => "secret" in one)).toHaveLength(1);
});

it("takes a password of any characters, as it was typed, whole, and none of eleven", async () => {
  const { ask, actions, linkFor } = office;
  const link = await linkFor(email);
  const set = (password: string) => ask(actions.setPassword, { link, password });
  await expect(set("seven rooks")).rejects.toMatchObject({ type: "VALIDATION_ERROR" });
  const long = ` onder de dijk ligt een ééndenkooi, 見る тихо 🦆${" q z".repeat(38)}`;
  expect(long.length).toBeGreaterThan(190);
  expect(await set(long)).toHaveProperty("secret");
  const enter = (password: string) => ask(actions.signInByPassword, { email, password });
  for (const other of [long.slice(0, -1), `${long.slice(0, -1)}y`, long.trim(), long.toUpperCase()])
    expect(await enter(other)).toEqual(wrong);
  expect(await enter(long)).toHaveProperty("secret");
});

it("gives a new password to who forgot the old one, and ends what was begun with it, but not the second factor", async () => {
  const { ask, actions, whose, withSecondFactor, withPassword, clock } = office;
  const { who } = await withSecondFactor();
  expect(who).toMatchObject({ person: "leen" });
  const old = await ask(actions.signInByPassword, { email, password: good });
  clock.advance(61_000);
  const session = await withPassword(email, "another lantern 8 gravel");
  expect(await whose(old)).toEqual({ kind: "nobody" });
  expect(await ask(actions.signInByPassword, { email, password: good })).toEqual(wrong);
  expect(await ask(actions.account, {}, await whose(session))).toMatchObject({ secondFactor: true });
  expect(await whose(session)).not.toHaveProperty("secondFactorAt");
});

it("changes a password for who knows the old one, and says so by letter", async () => {
  const { ask, actions, whose, withSecondFactor, letters } = office;
  const { who } = await withSecondFactor();
  const elsewhere = await ask(actions.signInByPassword, { email, password: good }, undefined, another);
  const password = "another lantern 8 gravel";
  expect(await ask(actions.changePassword, { current: "no", password }, who)).toEqual({
    ...{ refused: "identity.wrong-password", params: {} },
  });
  const here = await ask(actions.changePassword, { current: good, password }, who);
  expect(await whose(here)).toMatchObject({ person: "leen", secondFactorAt: expect.any(Number) });
  expect(await whose(elsewhere)).toEqual({ kind: "nobody" });
  expect((await letters(4)).at(-1)).toContain(
    "Your password for the portal of Causeway has just been changed",
  );
});

it("says of the first password that it was chosen, and of no password that it was changed", async () => {
  const { withPassword, letters } = office;
  await withPassword();
  const told = (await letters(2)).at(-1);
  expect(told).toContain("A password has just been chosen for your account on the portal of Causeway");
  expect(told).not.toContain("changed. Wherever");
});

it("refuses the password that somebody has already, typed on any keyboard, and leaves all as it was", async () => {
  const { node, ask, actions, whose, withPassword, linkFor, clock } = office;
  const [own, otherKeys] = ["lantern 7 ööster gravel", "lantern 7 o\u0308o\u0308ster gravel"];
  const session = await withPassword(email, own);
  const who = await whose(session);
  const same = { refused: "identity.same-password", params: {} };
  const before = await node.kernel.log.countDocuments();
  for (const password of [own, otherKeys])
    expect(await ask(actions.changePassword, { current: own, password }, who)).toEqual(same);
  clock.advance(61_000);
  const link = await linkFor(email);
  expect(await ask(actions.setPassword, { link, password: own })).toEqual(same);
  expect(await whose(session)).toEqual(who);
  expect(await node.kernel.log.countDocuments()).toBe(before);
  expect(await ask(actions.setPassword, { link, password: good })).toHaveProperty("secret");
});

it("keeps none of it readable: neither in the log nor in the database", async () => {
  const { node, withSecondFactor } = office;
  const { seed, recoveryCodes } = await withSecondFactor();
  const stored = JSON.stringify([
    await node.kernel.log.find({}).toArray(),
    await credentialsOf(node.kernel.mongo).find({}).lean(),
  ]);
  for (const secret of [good, seed, ...recoveryCodes, hashOf(good)]) expect(stored).not.toContain(secret);
  expect(stored).toContain('"CredentialsChanged"');
  expect(stored).toContain('"person":"leen"');
});

it("asks a service of leaked passwords by range, and refuses one that is listed", async () => {
  await office.stop();
  const { port } = ranges.address() as AddressInfo;
  office = await openOffice({ leakedPasswordsUrl: `http://127.0.0.1:${port}/range` });
  const { ask, actions, linkFor } = office;
  const link = await linkFor(email);
  expect(await ask(actions.setPassword, { link, password: leaked })).toMatchObject({
    refused: "identity.known-leaked",
  });
  expect(await ask(actions.setPassword, { link, password: good })).toHaveProperty("secret");
  expect(asked).toEqual([1, 2].map(() => expect.stringMatching(/^\/range\/[0-9A-F]{5}$/)));
});

it("writes nothing for who has given up meanwhile: they keep the link, and the password they had", async () => {
  await office.stop();
  const { port } = ranges.address() as AddressInfo;
  office = await openOffice({ leakedPasswordsUrl: `http://127.0.0.1:${port}/range` });
  const { node, ask, actions, linkFor, withSecondFactor, clock } = office;
  const { who } = await withSecondFactor();
  clock.advance(61_000);
  const [link, password] = [await linkFor(email), "another lantern 8 gravel"];
  delayMs = 400;
  const late = (action: Action<any, any, any, any>, input: object, by = nobody as Principal) => {
    const meta = { who: by, browser: hashOf("leen's browser"), notAfter: Date.now() + 300 };
    return callAs(node.broker, action, input as never, meta).catch(({ type }) => type);
  };
  expect(await late(actions.setPassword, { link, password })).toBe("late");
  expect(await late(actions.changePassword, { current: good, password }, who)).toBe("late");
  delayMs = 0;
  expect(await ask(actions.signInByPassword, { email, password })).toEqual(wrong);
  expect(await ask(actions.signInByPassword, { email, password: good })).toHaveProperty("secret");
  expect(await ask(actions.setPassword, { link, password })).toHaveProperty("secret");
});
