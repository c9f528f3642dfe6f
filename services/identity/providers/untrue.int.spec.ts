import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { jest } from "@jest/globals";
import { newSecret } from "#shared/access/secrets.ts";
import { sessionsOf } from "../sessions/sessions.ts";
import { makeLink } from "../sign-in/links.ts";
import { type Both, elsewhere, here, openBoth, signInThere } from "./providers.testing.ts";

jest.setTimeout(120_000);

const minute = 60_000;
const invalid = { refused: "identity.answer-invalid", params: {} };
const away = { refused: "identity.provider-away", params: {} };

let both: Both;
let said: string[];
let before: object;

const made = async () => ({
  ...(await both.made()),
  sessions: await sessionsOf(both.office.node.kernel.mongo).countDocuments(),
});

beforeAll(async () => {
  both = await openBoth();
  both.there.accounts.set("leen", { claims: { email: "leen@office.example", email_verified: true } });
  await both.link(both.leen(), "leen");
});
afterAll(() => both.stop());
beforeEach(async () => {
  both.office.clock.set(new Date());
  said = [];
  Object.assign(both.office.node.broker.logger, { warn: (text: string) => void said.push(text) });
  before = await made();
});
afterEach(() => {
  Object.assign(both.there, { forge: undefined, delayMs: 0 });
});

const answerFor = async (subject = "leen") => signInThere(await both.go(), subject);

describe("what somebody comes back with is not taken", () => {
  afterEach(async () => {
    expect(await made()).toEqual(before);
  });

  it("J9: without a state of ours, or with another's", async () => {
    const { code = "", iss = "" } = await answerFor();
    for (const state of [newSecret(), (await answerFor()).state])
      expect(await both.come({ state, code, iss })).toEqual(invalid);
  });

  it("J9: with nothing, or an error of the provider's", async () => {
    const { state } = await answerFor();
    expect(await both.come({ state })).toEqual(invalid);
    const { code: _none, ...answer } = await answerFor();
    expect(await both.come({ ...answer, error: "temporarily_unavailable" })).toEqual(away);
    expect(said.at(-1)).toBe("plain away: temporarily_unavailable");
  });

  it("J9: when they stopped there; they are told so, and the log of no attack", async () => {
    const { office, come, leen } = both;
    const { ask, actions } = office;
    const goal = { provider: "plain", language: "en" };
    const stopped = { refused: "identity.stopped-there" };
    const { address } = await ask(actions.goToProvider, { ...goal, back: "/nl/missions" }, undefined, here);
    const refused = await signInThere(address, "nobody-there");
    expect(refused).toMatchObject({ error: "access_denied" });
    expect(await come(refused)).toEqual({ ...stopped, params: { back: "/nl/missions" } });
    const linking = await ask(actions.goToLinkProvider, goal, leen(), here);
    const fromAccount = await signInThere(linking.address, "nobody-there");
    expect(await come(fromAccount, leen())).toEqual({ ...stopped, params: { linking: true } });
    expect(said).toEqual([]);
    // Not in the provider's name: by whoever only knows the state.
    const { code: _none, ...answer } = await answerFor();
    const elsewhere = { ...answer, error: "access_denied", iss: "https://elsewhere.example" };
    expect(await come(elsewhere)).toEqual(invalid);
    expect(said).toEqual(["plain untrue: OAUTH_INVALID_RESPONSE"]);
  });

  it("J9: from another issuer", async () => {
    const answer = await answerFor();
    expect(await both.come({ ...answer, iss: "https://elsewhere.example" })).toEqual(invalid);
    const { iss: _none, ...without } = await answerFor();
    expect(await both.come(without)).toEqual(invalid);
  });

  it("J9: after ten minutes", async () => {
    const answer = await answerFor();
    both.office.clock.advance(10 * minute + 1);
    expect(await both.come(answer)).toEqual(invalid);
  });
});

it("J9: takes a state once, and a code once, and another browser gets nothing of it", async () => {
  const { come } = both;
  const answer = await answerFor();
  expect(await come(answer, undefined, elsewhere)).toEqual(invalid);
  const twice = await Promise.all([come(answer), come(answer)]);
  expect(twice.filter((one) => "secret" in one)).toHaveLength(1);
  expect(twice.filter((one) => "refused" in one)).toEqual([invalid]);
  expect(await come(answer)).toEqual(invalid);
  const { state } = await answerFor();
  expect(await come({ ...answer, state })).toEqual(invalid);
});

describe("a token is not believed", () => {
  type Token = { header: Record<string, unknown>; claims: Record<string, unknown> };
  type Signed = (text: string) => string;

  const read = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString());
  const written = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

  /** The provider's own token, otherwise. */
  const otherwise = (change: (token: Token) => void, signed: Signed) => (answer: { id_token: string }) => {
    const [header, claims] = answer.id_token.split(".");
    const token = { header: read(header), claims: read(claims) };
    change(token);
    const text = `${written(token.header)}.${written(token.claims)}`;
    answer.id_token = `${text}.${signed(text)}`;
  };

  const byKey =
    (key: KeyObject): Signed =>
    (text) =>
      sign("sha256", Buffer.from(text), key).toString("base64url");
  const itself: Signed = (text) => byKey(both.there.key)(text);
  const another: Signed = byKey(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
  const bySecret: Signed = (text) =>
    createHmac("sha256", both.there.clientSecret).update(text).digest("base64url");
  const now = () => Math.floor(Date.now() / 1_000);
  const says = (claims: object) => (token: Token) => void Object.assign(token.claims, claims);
  const heads = (header: object) => (token: Token) => void Object.assign(token.header, header);

  const forgeries: [string, (token: Token) => void, Signed][] = [
    ["for another sign-in", says({ nonce: newSecret() }), itself],
    ["for no sign-in", ({ claims }) => delete claims.nonce, itself],
    ["of another issuer", says({ iss: "https://elsewhere.example" }), itself],
    ["for another client", says({ aud: "another-portal" }), itself],
    ["for several clients, and not used by us", says({ aud: ["causeway", "other"], azp: "other" }), itself],
    ["of no one", ({ claims }) => delete claims.sub, itself],
    ["that has ended", says({ exp: now() - 3_600 }), itself],
    ["without an end", ({ claims }) => delete claims.exp, itself],
    ["by no key", heads({ alg: "none" }), () => ""],
    ["by another key", () => {}, another],
    ["by another key that it names", heads({ kid: "another-key" }), another],
    ["by the secret of the client", heads({ alg: "HS256" }), bySecret],
    ["that was changed after it was signed", () => {}, () => itself("something else")],
  ];

  it.each(forgeries)("J9: %s", async (_name, change, signed) => {
    const answer = await answerFor();
    both.there.forge = otherwise(change, signed);
    expect(await both.come(answer)).toEqual(invalid);
    expect(await made()).toEqual(before);
  });

  it("J9: that is none", async () => {
    for (const id_token of ["", "a.b.c", "not a token"]) {
      const answer = await answerFor();
      both.there.forge = (body) => void Object.assign(body, { id_token });
      expect(await both.come(answer)).toEqual(invalid);
    }
    expect(await made()).toEqual(before);
  });

  it("is believed when nothing is changed", async () => {
    const answer = await answerFor();
    both.there.forge = otherwise(() => {}, itself);
    expect(await both.come(answer)).toMatchObject({ person: "leen" });
  });
});

describe("a provider that does not do its part", () => {
  it("J9: is not gone to when it calls itself otherwise, or when nobody has configured it", async () => {
    const { ask, actions } = both.office;
    const to = (provider: string) => ask(actions.goToProvider, { provider, language: "en" });
    expect(await to("misnamed")).toEqual(away);
    expect(said).toEqual(["misnamed away: another_issuer"]);
    expect(await to("another")).toMatchObject({ refused: "identity.unknown-provider" });
  });

  it("J9: is waited for, but not longer than whoever asks waits (5 s); others sign in meanwhile", async () => {
    const { office, come, there } = both;
    const { ask, actions } = office;
    const { mongo } = office.node.kernel;
    const letter = { person: "sanne", opens: "session", browser: here, lifetimeMs: minute } as const;
    const { secret } = await makeLink(mongo, letter, office.clock.now());
    const answer = await answerFor();
    there.delayMs = 6_000;
    const order: string[] = [];
    const waiting = [come(answer), ask(actions.goToProvider, { provider: "plain", language: "en" })];
    const slow = Promise.all(waiting).finally(() => order.push("slow"));
    expect(await ask(actions.signInByLink, { link: secret }, undefined, here)).toMatchObject({
      person: "sanne",
    });
    order.push("by letter");
    expect(await slow).toEqual([away, away]);
    expect(order).toEqual(["by letter", "slow"]);
  });

  it("J9: is away when it is not there, and when it does not know us; the log is told no code", async () => {
    const { office, come, there, go } = both;
    const answer = await answerFor();
    const [provider] = office.node.kernel.config.openIdProviders;
    const { clientSecret } = provider!;
    provider!.clientSecret = "another secret";
    expect(await come(answer)).toEqual(away);
    provider!.clientSecret = clientSecret;
    const last = await answerFor();
    await there.stop();
    expect(await come(last)).toEqual(away);
    expect(await go()).toBeUndefined();
    expect(said).toEqual([
      "plain away: OAUTH_WWW_AUTHENTICATE_CHALLENGE",
      "plain away: ECONNREFUSED",
      "plain away: ECONNREFUSED",
    ]);
    for (const secret of [answer.code!, answer.state, clientSecret])
      expect(said.join()).not.toContain(secret);
  });
});
