import { jest } from "@jest/globals";
import { inRole } from "#shared/access/principal.ts";
import { sessionsOf } from "../sessions/sessions.ts";
import { accountsOf } from "./accounts.ts";
import { type Both, openBoth, signInThere } from "./providers.testing.ts";

jest.setTimeout(120_000);

let both: Both;

beforeAll(async () => {
  both = await openBoth();
});
afterAll(() => both.stop());
beforeEach(() => both.office.clock.set(new Date()));

const atZandbank = { vo_doelgroepcode: "EA", vo_orgcode: "0123456789" };
const named = (given_name: string, more: object = {}) => ({
  ...{ given_name, family_name: "Peeters", email: `${given_name}@zandbank.example`, email_verified: true },
  ...more,
});
const there = (subject: string, claims: object, more: object = {}) =>
  both.there.accounts.set(subject, { claims: { ...claims }, ...more });
const notLinked = { refused: "identity.not-linked", params: {} };
const notHere = { refused: "identity.organisation-not-here", params: {} };

it("J9: lets in who is new, once, as the configuration says of their organisation", async () => {
  const { signIn, office, go, come } = both;
  there("bram", named("bram", atZandbank));
  const [one, other] = [await go("mapped"), await go("mapped")];
  const answers = [await signInThere(one, "bram"), await signInThere(other, "bram")];
  const sessions = await Promise.all(answers.map((answer) => come(answer)));
  await office.node.settled();
  const [first] = sessions;
  expect(sessions.map(({ person }) => person)).toEqual([first.person, first.person]);
  expect(sessions.some(({ position }) => position > 0)).toBe(true);
  const who = await office.whose(first);
  expect(who).toMatchObject({ organisation: "zandbank", roles: ["member"] });
  expect(await office.ask(office.actions.me, {}, who)).toMatchObject({ person: { name: "bram Peeters" } });
  expect((await signIn("bram", "mapped")).person).toBe(first.person);
  // By their account alone, whatever address it says by now.
  there("bram", named("bram", { ...atZandbank, email: "other@zandbank.example" }));
  expect((await signIn("bram", "mapped")).person).toBe(first.person);
});

it("J9: lets nobody in by an address that is not verified, without a name, or of whom it is not said", async () => {
  const { signIn, made } = both;
  there("no-address", named("ines", { ...atZandbank, email_verified: false }));
  there("says-yes", named("ines", { ...atZandbank, email_verified: "true" }));
  there("no-name", { ...atZandbank, email: "ines@zandbank.example", email_verified: true });
  there("not-an-address", named("ines", { ...atZandbank, email: "ines at zandbank" }));
  there("no-roles", named("ines", { vo_orgcode: "OVO000001" }));
  const before = await made();
  for (const subject of ["no-address", "says-yes", "no-name", "not-an-address", "no-roles"])
    expect({ subject, ...(await signIn(subject, "mapped")) }).toEqual({ subject, ...notLinked });
  there("no-organisation", named("ines"));
  there("other-kind", named("ines", { ...atZandbank, vo_doelgroepcode: "BUR" }));
  for (const subject of ["no-organisation", "other-kind"])
    expect({ subject, ...(await signIn(subject, "mapped")) }).toEqual({ subject, ...notHere });
  expect(await made()).toEqual(before);
});

it("J9: tells the log why the mapping let nobody in, and nothing of whom", async () => {
  const { signIn, office, link, sanne } = both;
  const said: string[] = [];
  const { logger } = office.node.broker;
  const { warn } = logger;
  logger.warn = (text: string) => void said.push(text);
  const elsewhere = { vo_orgcode: "0999999999" };
  there("sanne", named("sanne", elsewhere));
  await link(sanne(), "sanne");
  there("robbe", named("robbe", elsewhere));
  there("no-address", { ...named("robbe"), ...atZandbank, email: undefined });
  there("not-verified", named("robbe", { ...atZandbank, email_verified: false }));
  there("no-name", { ...atZandbank, email: "robbe@zandbank.example", email_verified: true });
  there("not-an-address", named("robbe", { ...atZandbank, email: "robbe at zandbank" }));
  there("of-another", named("robbe", { ...atZandbank, email: "sanne@zandbank.example" }));
  there("admits-nobody", named("robbe", { vo_orgcode: "OVO000001" }));
  there("no-organisation", named("robbe"));
  const reasons: [string, string, object][] = [
    ["robbe", "identity.unknown-organisation, for not-in-the-portal", notLinked],
    ["sanne", "unknown-organisation, for not-in-the-portal", notHere],
    ["no-address", "no-address, for zandbank", notLinked],
    ["not-verified", "address-not-verified, for zandbank", notLinked],
    ["no-name", "no-name, for zandbank", notLinked],
    ["not-an-address", "not-valid, for zandbank", notLinked],
    ["of-another", "identity.address-taken, for zandbank", notLinked],
    ["admits-nobody", "admits-nobody, for office", notLinked],
    ["no-organisation", "no-organisation-fits", notHere],
  ];
  for (const [subject, , refused] of reasons)
    expect({ subject, ...(await signIn(subject, "mapped")) }).toEqual({ subject, ...refused });
  there("sanne", named("sanne", { vo_orgcode: "OVO000001" }));
  expect(await signIn("sanne", "mapped")).toEqual(notHere);
  logger.warn = warn;
  expect(said).toEqual(
    [...reasons.map(([, why]) => why), "may-not-act-there, for office"].map(
      (why) => `mapped lets nobody in: ${why}`,
    ),
  );
  const unlink = { provider: "plain" };
  await office.ask(office.actions.unlinkProvider, unlink, sanne());
});

it("J9: takes no account of who is known here: they link it themselves, and then act for their organisation only", async () => {
  const { signIn, office, link, sanne, leen } = both;
  there("sanne", named("sanne", { ...atZandbank, email: "sanne@zandbank.example" }));
  expect(await signIn("sanne", "mapped")).toEqual(notLinked);
  expect(await accountsOf(office.node.kernel.mongo).countDocuments({ provider: "mapped" })).toBe(1);
  await link(sanne(), "sanne");
  const session = await signIn("sanne", "mapped");
  expect(await office.whose(session)).toMatchObject({ person: "sanne", organisation: "zandbank" });
  there("leen", named("leen", atZandbank));
  await link(leen(), "leen");
  expect(await signIn("leen", "mapped")).toEqual(notHere);
  there("leen", named("leen", { vo_orgcode: "OVO000001" }));
  expect(await office.whose(await signIn("leen", "mapped"))).toMatchObject({ organisation: "office" });
});

it("J9: gives a role of staff to who is new only with two factors of theirs or of ours", async () => {
  const { signIn, office } = both;
  const claims = { vo_orgcode: ["OVO000009", "OVO000002"], email: "noor@office.example" };
  there("noor", named("noor", claims));
  const who = await office.whose(await signIn("noor", "mapped"));
  expect(who).toMatchObject({ organisation: "office", roles: ["officer"] });
  expect(who).not.toHaveProperty("secondFactorAt");
  await office.node.settled();
  expect(await office.ask(office.actions.organisations, { limit: 1 }, who)).toMatchObject({
    refused: "second-factor-needed",
  });
  expect(await office.ask(office.actions.me, {}, who)).toMatchObject({ secondFactor: "to-set-up" });
  there("noor", named("noor", claims), { amr: ["mfa"] });
  expect(await office.whose(await signIn("noor", "mapped"))).toHaveProperty("secondFactorAt");
});

it("J9: lets nobody in as who was erased", async () => {
  const { signIn, office, leen } = both;
  there("tess", named("tess", atZandbank));
  const { person } = await signIn("tess", "mapped");
  await office.node.settled();
  const { node, actions } = office;
  const system = { kind: "system", system: "test" } as const;
  await node.as(leen(), actions.erasePerson, { id: person });
  await node.as(system, actions.erasePerson, { id: person });
  await node.settled();
  const { mongo } = node.kernel;
  expect(await accountsOf(mongo).countDocuments({ person })).toBe(0);
  expect(await sessionsOf(mongo).countDocuments({ person })).toBe(0);
  const again = await signIn("tess", "mapped");
  expect(again.person).not.toBe(person);
});

it("J9: lets nobody in whose access is suspended", async () => {
  const { signIn, office } = both;
  there("wim", named("wim", atZandbank));
  const { person } = await signIn("wim", "mapped");
  await office.node.settled();
  const admin = inRole("admin", "joris", "office", office.clock.now().getTime());
  const { suspendPerson, reinstatePerson } = office.actions;
  await office.node.as(admin, suspendPerson, { id: person, reason: "Away" });
  expect(await signIn("wim", "mapped")).toEqual(notHere);
  expect(await signIn("wim")).toEqual(notLinked);
  expect(await sessionsOf(office.node.kernel.mongo).countDocuments({ person })).toBe(0);
  await office.node.as(admin, reinstatePerson, { id: person });
  expect(await signIn("wim", "mapped")).toMatchObject({ person });
});
