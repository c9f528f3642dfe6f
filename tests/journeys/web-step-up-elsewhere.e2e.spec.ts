import { jest } from "@jest/globals";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { times } from "#services/gateway/live-listener.ts";
import { credentialsOf, keep } from "#services/identity/credentials/credentials.ts";
import { hashPassword } from "#services/identity/credentials/passwords.ts";
import { sessionsOf } from "#services/identity/sessions/sessions.ts";
import { admit } from "../kit/people.ts";
import { aloneFromNow, faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "de"],
];
const password = "lantern 7 oyster gravel";

withBrowser.each(runs)("a step that waits while they sign in again, at %i px, in %s", (width, language) => {
  const { identity, web } = textsOf(language);
  const { account, invitations } = identity;
  const ended = identity["session-ended"];
  const signIn = { ...web["sign-in"], ...identity["sign-in"] };
  /** So often the portal looks whether those who have a page open are still signed in. */
  beforeAll(() => Object.assign(times, { beat: 200 }));
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);
  const mongo = () => play.stage.product.kernel.mongo;
  const title = (on: Page) => on.getByRole("heading", { name: signIn["code-title"], level: 1 });
  const endedTitle = (on: Page) => on.getByRole("heading", { name: ended.title, level: 1 });
  const codeField = (on: Page) => on.getByLabel(signIn.code, { exact: true });
  let page: Page;
  let seed: string;
  /** The steps that the page has sent, refused or not. */
  let sent = 0;

  beforeAll(async () => {
    await admit(play.stage.product, "the-board", "office", ["admin"], "an-admin");
    page = await open("/sign-in?back=/account");
    await press(page, "Person of the-board");
    await press(page, account["set-up"]);
    seed = (await page.locator("code").first().textContent())!.replaceAll(" ", "");
    await codeField(page).fill(codeNow());
    await press(page, account.confirm);
    await press(page, account.kept);
    await keep(mongo(), "an-admin", { $set: { password: await hashPassword(password) } });
    await aloneFromNow(page);
    page.on("request", (one) => {
      if (one.method() === "POST" && one.url().endsWith("/invitations")) sent++;
    });
  });

  const codeNow = () => new TOTP({ secret: Secret.fromBase32(seed) }).generate();
  /** The code of this moment may be given, whether it was given before or not. */
  const mayGiveCode = () =>
    credentialsOf(mongo()).updateOne({ _id: "an-admin" }, { $set: { "secondFactor.step": 0 } });
  const endAll = () => sessionsOf(mongo()).updateMany({}, { $set: { endsAt: new Date(0) } });

  /** An invitation waits for their second factor, which they gave too long ago. */
  async function inviting(email: string) {
    await page.goto(`${play.stage.url}/organisation/people`);
    await page.getByLabel(invitations.email, { exact: true }).fill(email);
    await page.getByLabel(identity.roles.auditor).check();
    const secondFactorAt = new Date(Date.now() - 11 * 60_000);
    await sessionsOf(mongo()).updateMany({}, { $set: { secondFactorAt } });
    await mayGiveCode();
    // For so long the gateway may still know the session as it was.
    await page.waitForTimeout(2_500);
    sent = 0;
    await press(page, invitations.send);
    await codeField(page).and(page.locator(":focus")).waitFor();
  }

  async function enterPassword(on: Page) {
    await on.getByLabel(signIn.email).fill("an-admin@the-board.example");
    await on.getByLabel(signIn.password).fill(password);
    await press(on, signIn.link);
  }

  async function giveCode(on: Page) {
    await codeField(on).fill(codeNow());
    await press(on, signIn["go-on"]);
  }

  /** The question stands, what was filled in is kept behind it, and nothing is sent. */
  async function stillAsks(email: string) {
    await page.waitForTimeout(1_500);
    await title(page).waitFor();
    expect(sent).toBe(1);
    expect(await page.getByLabel(invitations.email, { exact: true }).inputValue()).toBe(email);
    expect(await page.getByRole("link", { name: "Person of the-board" }).count()).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
  }

  async function isSent(email: string) {
    await page.getByRole("status").filter({ hasText: email }).waitFor();
    expect(sent).toBe(2);
    expect(await title(page).count()).toBe(0);
    expect(await endedTitle(page).count()).toBe(0);
    await page.locator("button:focus", { hasText: invitations.send }).waitFor();
  }

  it("A11: goes on by no password alone that is given in another tab, and by the code given there", async () => {
    await inviting("second-tab@office.example");
    const tab = await page.context().newPage();
    await tab.goto(`${play.stage.url}/sign-in/password?back=%2Forganisation%2Fpeople`);
    await enterPassword(tab);
    await codeField(tab).waitFor();
    await stillAsks("second-tab@office.example");
    await giveCode(tab);
    await isSent("second-tab@office.example");
    await tab.close();
  });

  it("A11: so too where their session has ended meanwhile", async () => {
    await inviting("ended@office.example");
    await endAll();
    await endedTitle(page).waitFor();
    const [tab] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: ended["other-way"] }).click(),
    ]);
    await tab.getByRole("link", { name: signIn["by-password"] }).click();
    await enterPassword(tab);
    await codeField(tab).waitFor();
    await stillAsks("ended@office.example");
    await giveCode(tab);
    await isSent("ended@office.example");
    await tab.close();
  });

  it("A11: asks for no other code once they have signed in again with theirs", async () => {
    // In the demonstration they would only say once more who they are.
    Object.assign(play.stage.product.kernel.config, { demo: false });
    await inviting("one-code@office.example");
    await endAll();
    await endedTitle(page).waitFor();
    await enterPassword(page);
    await codeField(page).and(page.locator(":focus")).waitFor();
    await giveCode(page);
    await isSent("one-code@office.example");
  });

  it("went without a complaint of the browser", () => {
    expect(complaints().filter((text) => !/401|403/.test(text))).toEqual([]);
  });
});
