import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { sessionsOf } from "#services/identity/sessions/sessions.ts";
import { newSecret } from "#shared/access/secrets.ts";
import { type ProviderServer, startProviderServer } from "#shared/testing/openid-provider.ts";
import { freePort } from "../../scripts/servers/local.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];
const name = "Elsewhere";

withBrowser.each(runs)("signing in elsewhere, in a browser of %i px, in %s", (width, language) => {
  const { identity, web } = textsOf(language);
  const { providers, tokens } = identity;
  const signIn = { ...web["sign-in"], ...identity["sign-in"] };
  const named = (text: string) => text.replace("{{name}}", name);
  let there: ProviderServer;
  // A provider sends people back to an address that it was told before, so the portal's is known before it runs.
  const play = openPlay("one process", async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    there = await startProviderServer(`${publicUrl}/sign-in/provider`);
    const { issuer, clientId, clientSecret } = there;
    const own = { id: "elsewhere", name, issuer, clientId, clientSecret, scopes: [], verifiesEmail: false };
    const claims = { name: ["given_name"], email: "email" };
    const twoFactors = { acr: ["urn:two-factors"], amr: [] };
    return { port, publicUrl, openIdProviders: [{ ...own, claims, twoFactors, organisations: [] }] };
  });
  const { open, complaints } = visitorsOf(play, width, language);
  afterAll(() => there?.stop());

  async function signInThere(page: Page, subject: string) {
    await page.waitForURL(`${there.issuer}/**`);
    await page.getByLabel("Subject").fill(subject);
    await press(page, "Go on");
  }

  it("J9: links an account from inside, and not before", async () => {
    there.accounts.set("the-officer", { claims: {} });
    const stranger = await open("/sign-in");
    await press(stranger, named(providers["sign-in"]));
    await signInThere(stranger, "the-officer");
    await stranger.getByText(identity.refusals["not-linked"]).waitFor();
    expect(await faultsOf(stranger)).toEqual([]);
    await stranger.getByRole("link", { name: providers.again }).click();
    await stranger.getByRole("button", { name: named(providers["sign-in"]) }).waitFor();
    expect(await faultsOf(stranger)).toEqual([]);

    const page = await open("/sign-in?back=/account");
    await press(page, named(providers["sign-in"]));
    await signInThere(page, "nobody-there");
    await page.getByRole("heading", { name: identity["sign-in"].title, level: 1 }).waitFor();
    await page.getByText(identity.refusals["stopped-there"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: providers.again }).click();
    await arrivesAt(page, "/sign-in?back=%2Faccount");
    await page.getByRole("button", { name: "Person of office" }).click();
    await arrivesAt(page, "/account");
    await page.getByText(named(providers["not-linked"])).waitFor();
    await press(page, named(providers.link));
    await signInThere(page, "nobody-there");
    await page.getByRole("heading", { name: identity.account.title, level: 1 }).waitFor();
    await page.getByText(identity.refusals["stopped-there"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: providers["to-account"] }).click();
    await arrivesAt(page, "/account");
    await press(page, named(providers.link));
    await signInThere(page, "the-officer");
    await arrivesAt(page, "/account");
    await page.getByText(named(providers.linked)).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("A11: offers whoever has no app their provider alone, and lets the step wait while it tells of one factor", async () => {
    const { config, mongo } = play.stage.product.kernel;
    const factors = (more: object) => there.accounts.set("the-officer", { claims: {}, ...more });
    const goThere = async (on: Page, subject: string) => {
      await press(on, named(providers["sign-in"]));
      await signInThere(on, subject);
    };
    // In the demonstration they would only say once more who they are.
    Object.assign(config, { demo: false });
    factors({ acr: "urn:two-factors" });
    const page = await open("/sign-in?back=/account");
    await goThere(page, "the-officer");
    await arrivesAt(page, "/account");
    await press(page, tokens.new);
    const field = page.getByLabel(tokens.name, { exact: true });
    await field.fill("Nightly export");
    await page.getByLabel(tokens.services.missions).selectOption("read");
    await sessionsOf(mongo).updateMany({}, { $set: { secondFactorAt: new Date(Date.now() - 11 * 60_000) } });
    // For so long the gateway may still know the session as it was.
    await page.waitForTimeout(2_500);
    await press(page, tokens.make);
    const way = page.getByRole("link", { name: identity["step-up"]["by-provider"] });
    await way.and(page.locator(":focus")).waitFor();
    await page.getByText(identity["step-up"].lead).waitFor();
    expect(await page.getByLabel(signIn.code, { exact: true }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);

    const [tab] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
    await tab.getByText(signIn["factor-by-provider"]).waitFor();
    expect(await tab.getByLabel(signIn.code, { exact: true }).count()).toBe(0);
    expect(await faultsOf(tab)).toEqual([]);
    await goThere(tab, "nobody-there");
    await tab.getByText(identity.refusals["stopped-there"]).waitFor();
    await tab.getByRole("heading", { name: signIn["code-title"], level: 1 }).waitFor();
    await tab.getByRole("link", { name: providers.again }).click();
    await arrivesAt(tab, "/sign-in/second-factor?back=%2Faccount");

    factors({});
    await goThere(tab, "the-officer");
    await tab.getByText(signIn["one-factor"]).waitFor();
    expect(await faultsOf(tab)).toEqual([]);
    await page.getByText(identity["step-up"]["one-factor"]).waitFor();
    await way.waitFor();
    await page.getByRole("link", { name: identity["step-up"]["set-up"] }).waitFor();
    expect(await field.inputValue()).toBe("Nightly export");
    expect(await faultsOf(page)).toEqual([]);

    factors({ acr: "urn:two-factors" });
    await goThere(tab, "the-officer");
    await arrivesAt(tab, "/account");
    await page.getByRole("heading", { name: tokens["copy-now"] }).and(page.locator(":focus")).waitFor();
    factors({});
    Object.assign(config, { demo: true });
  });

  it("asks nobody for a second factor who is not signed in, and keeps where they were going", async () => {
    const page = await open("/sign-in/second-factor?back=%2Faccount");
    await page.getByText(signIn["factor-signed-out"]).waitFor();
    expect(await page.getByLabel(signIn.code, { exact: true }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("main").getByRole("link", { name: signIn.link }).click();
    await arrivesAt(page, "/sign-in?back=%2Faccount");
  });

  it("J9: signs in, brings back where one was going, and leaves the second factor to us where it gives none", async () => {
    const page = await open("/sign-in?back=/admin/letters");
    await press(page, named(providers["sign-in"]));
    await signInThere(page, "the-officer");
    await arrivesAt(page, "/account");
    await page.getByText(identity.account["factor-none"]).waitFor();
    await page.goto(`${play.stage.url}/admin/letters`);
    await page.getByText(identity["sign-in"]["first-lead"]).waitFor();

    there.accounts.set("the-officer", { claims: {}, acr: "urn:two-factors" });
    await page.goto(`${play.stage.url}/sign-in/second-factor?back=/admin/letters`);
    await page.getByRole("button", { name: named(providers["sign-in"]) }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, named(providers["sign-in"]));
    // Signed in there already, and asked all the same.
    await signInThere(page, "the-officer");
    await arrivesAt(page, "/admin/letters");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goto(`${play.stage.url}/account`);
    await press(page, named(providers.unlink));
    await press(page, providers["unlink-yes"]);
    await page.getByText(named(providers["not-linked"])).waitFor();
  });

  it("J9: says so when it cannot be reached, and leaves the other ways", async () => {
    const page = await open("/sign-in");
    await there.stop();
    await press(page, named(providers["sign-in"]));
    await page.getByText(identity.refusals["provider-away"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: identity["sign-in"].send }).waitFor();
    const taken = await fetch(`${play.stage.url}/api/session/authentication-responses`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state: newSecret(), code: "a-code" }),
    });
    expect(taken.status).toBe(401);
    await page.goto(`${play.stage.url}/sign-in/provider`);
    await page.getByText(providers.nothing).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("went without a complaint of the browser", () => {
    // What is refused on purpose, and what is asked by who has given no second factor.
    const expected = /401|403|409/;
    expect(complaints().filter((text) => !expected.test(text))).toEqual([]);
  });
});
