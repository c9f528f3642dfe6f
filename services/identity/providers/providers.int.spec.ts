import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { accountsOf } from "./accounts.ts";
import { type Both, here, openBoth, signInThere } from "./providers.testing.ts";

jest.setTimeout(120_000);

const minute = 60_000;
let both: Both;

beforeAll(async () => {
  both = await openBoth();
  const { accounts } = both.there;
  accounts.set("leen-there", { claims: { email: "leen@office.example", email_verified: true } });
  accounts.set("sanne-there", { claims: {} });
});
afterAll(() => both.stop());
beforeEach(() => both.office.clock.set(new Date()));

const notLinked = { refused: "identity.not-linked", params: {} };

describe("an account that is linked", () => {
  it("J9: signs its owner in, and no address ever does", async () => {
    const { signIn, link, leen, office, made } = both;
    const before = await made();
    expect(await signIn("leen-there")).toEqual(notLinked);
    expect(await made()).toEqual(before);
    expect(await link(leen(), "leen-there")).toEqual({
      ...{ person: "leen", secret: expect.any(String), back: "/account" },
    });
    const session = await signIn("leen-there");
    expect(await office.whose(session)).toMatchObject({ person: "leen", roles: ["officer"] });
    expect(await office.ask(office.actions.account, {}, leen())).toMatchObject({ providers: ["plain"] });
  });

  it("J9: brings back to where one was going, asks for what it needs and keeps nothing readable", async () => {
    const { office, there, come } = both;
    const goal = { provider: "plain", language: "nl", back: "/nl/missions" };
    const { address } = await office.ask(office.actions.goToProvider, goal);
    const asked = Object.fromEntries(new URL(address).searchParams);
    expect(asked).toMatchObject({
      ...{
        response_type: "code",
        response_mode: "fragment",
        code_challenge_method: "S256",
        scope: "openid",
        ui_locales: "nl",
      },
      ...{ redirect_uri: "https://portal.example.org/sign-in/provider", acr_values: "urn:two-factors" },
    });
    const answer = await signInThere(address, "leen-there");
    const { mongo } = office.node.kernel;
    const stored = async () =>
      JSON.stringify([
        await accountsOf(mongo).find({}).lean(),
        await office.node.kernel.log.find({}).toArray(),
      ]);
    for (const secret of ["leen-there", answer.state, answer.code!, there.clientSecret])
      expect(await stored()).not.toContain(secret);
    expect(await come(answer, undefined, undefined)).toMatchObject({ refused: "identity.answer-invalid" });
    const { address: again } = await office.ask(office.actions.goToProvider, goal);
    const session = await office.ask(office.actions.comeFromProvider, await signInThere(again, "leen-there"));
    expect(session).toMatchObject({ person: "leen", back: "/nl/missions" });
  });

  it("J9: says of whoever went for a second factor that they did, let through or not", async () => {
    const { office, leen, come } = both;
    const goal = { provider: "plain", language: "nl", proving: true, back: "/account" };
    for (const [subject, outcome] of [
      ["leen-there", { person: "leen", proving: true, back: "/account" }],
      ["nobody", { refused: "identity.stopped-there", params: { proving: true, back: "/account" } }],
    ] as const) {
      const { address } = await office.ask(office.actions.goToProvider, goal, leen(), here);
      expect(await come(await signInThere(address, subject), leen())).toMatchObject(outcome);
    }
  });

  it("J9: is one person's: nobody links another's, or what somebody else went for", async () => {
    const { link, leen, sanne } = both;
    expect(await link(sanne(), "leen-there")).toEqual({
      ...{ refused: "identity.account-taken", params: { linking: true } },
    });
    expect(await link(sanne(), "sanne-there", leen())).toMatchObject({ refused: "identity.answer-invalid" });
    expect(await link(leen(), "leen-there")).toMatchObject({ person: "leen" });
  });

  it("J9: is linked and unlinked by who gave their second factor lately, and told by letter", async () => {
    const { office, link, leen, signIn } = both;
    const { seed, who } = await office.withSecondFactor();
    expect(seed).toBeDefined();
    office.clock.advance(11 * minute);
    const goal = { provider: "plain", language: "en" };
    const no = { refused: "step-up-required", params: {} };
    expect(await office.ask(office.actions.goToLinkProvider, goal, who)).toEqual(no);
    expect(await office.ask(office.actions.unlinkProvider, { provider: "plain" }, who)).toEqual(no);
    expect(await office.ask(office.actions.unlinkProvider, { provider: "plain" }, leen())).toEqual({});
    expect(await signIn("leen-there")).toEqual(notLinked);
    expect(await link(leen(), "leen-there")).toMatchObject({ person: "leen" });
    const told = () => office.server.taken.map(({ text }) => text).join("\n");
    const limit = performance.now() + 10_000;
    while (told().split("has just been linked").length < 3 && performance.now() < limit) await sleep(50);
    expect(told().split("has just been linked")).toHaveLength(3);
    expect(told().split("has just been unlinked")).toHaveLength(2);
  });
});

describe("two factors", () => {
  const sessionBy = async (more: object) => {
    both.there.accounts.set("leen-there", { claims: {}, ...more });
    return both.office.whose(await both.signIn("leen-there"));
  };

  it("J9: count when the provider says so by acr or amr; else the portal asks for its own", async () => {
    for (const one of [{}, { acr: "urn:one-factor" }, { amr: ["pwd"] }])
      expect(await sessionBy(one)).not.toHaveProperty("secondFactorAt");
    for (const two of [{ acr: "urn:two-factors" }, { amr: ["pwd", "mfa"] }]) {
      const { secondFactorAt } = (await sessionBy(two)) as { secondFactorAt: number };
      expect(Math.abs(secondFactorAt - Date.now())).toBeLessThan(minute);
    }
  });

  it("J9: are as old as the provider says, and proved anew by who is signed in already", async () => {
    const { go, come, office, leen } = both;
    both.there.accounts.set("leen-there", { claims: {}, acr: "urn:two-factors" });
    const jar = new Map<string, string>();
    await signInThere(await go(), "leen-there", jar);
    await sleep(2_100);
    const before = Date.now();
    office.clock.set(new Date());
    // Signed in there still: nobody is asked.
    const first = await office.whose(await come(await signInThere(await go(), "nobody", jar)));
    expect((first as { secondFactorAt: number }).secondFactorAt).toBeLessThan(before - 1_000);
    await sleep(1_100);
    office.clock.set(new Date());
    const address = await go("plain", leen());
    expect(new URL(address).searchParams.get("prompt")).toBe("login");
    const anew = await office.whose(await come(await signInThere(address, "leen-there", jar)));
    expect((anew as { secondFactorAt: number }).secondFactorAt).toBeGreaterThanOrEqual(before);
  });
});
