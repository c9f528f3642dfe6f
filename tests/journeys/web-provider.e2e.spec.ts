import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
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
  const { identity } = textsOf(language);
  const { providers } = identity;
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
