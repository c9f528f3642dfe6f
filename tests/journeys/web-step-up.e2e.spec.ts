import { readFileSync } from "node:fs";
import { jest } from "@jest/globals";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { credentialsOf } from "#services/identity/credentials/credentials.ts";
import { sessionsOf } from "#services/identity/sessions/sessions.ts";
import { admit } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "nl"],
  [390, "fr"],
];

withBrowser.each(runs)("a second factor that is asked anew, at %i px, in %s", (width, language) => {
  const { identity, kernel, web } = textsOf(language);
  const { account, colleagues, invitations, people, tokens, lists } = identity;
  const signIn = { ...web["sign-in"], ...identity["sign-in"] };
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);
  const mongo = () => play.stage.product.kernel.mongo;
  const title = (page: Page) => page.getByRole("heading", { name: signIn["code-title"], level: 1 });
  const codeField = (page: Page) => page.getByLabel(signIn.code, { exact: true });
  const invited = "new@office.example";
  let page: Page;
  let seed: string;

  beforeAll(async () => {
    await admit(play.stage.product, "the-board", "office", ["admin"], "an-admin");
    await admit(play.stage.product, "board-two", "office", ["admin"], "another-admin");
    page = await open("/sign-in?back=/account");
    await press(page, "Person of the-board");
    await press(page, account["set-up"]);
    seed = (await page.locator("code").first().textContent())!.replaceAll(" ", "");
    await codeField(page).fill(codeNow());
    await press(page, account.confirm);
    await press(page, account.kept);
  });

  const codeNow = () => new TOTP({ secret: Secret.fromBase32(seed) }).generate();

  /** They gave it too long ago, and may give the code of this moment, whether it was given before or not. */
  async function longAgo() {
    const secondFactorAt = new Date(Date.now() - 11 * 60_000);
    await sessionsOf(mongo()).updateMany({}, { $set: { secondFactorAt } });
    await credentialsOf(mongo()).updateOne({ _id: "an-admin" }, { $set: { "secondFactor.step": 0 } });
    // For so long the gateway may still know the session as it was.
    await new Promise((done) => setTimeout(done, 2_500));
  }

  /** By keyboard alone: it is in the field already. */
  async function giveCode() {
    await codeField(page).and(page.locator(":focus")).waitFor();
    await page.keyboard.type(codeNow());
    await page.keyboard.press("Enter");
    await title(page).waitFor({ state: "detached" });
  }

  it("A11: keeps an invitation that was filled in, whether it is given or not, and sends it then", async () => {
    await page.goto(`${play.stage.url}/organisation/people`);
    const field = page.getByLabel(invitations.email, { exact: true });
    await field.fill(invited);
    await page.getByLabel(invitations.language).selectOption("de");
    await page.getByLabel(identity.roles.auditor).check();
    await longAgo();
    await press(page, invitations.send);
    await codeField(page).and(page.locator(":focus")).waitFor();
    expect(await field.isVisible()).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.type("000000");
    await page.keyboard.press("Enter");
    await page.getByText(identity.refusals["wrong-code"]).waitFor();
    expect(await page.title()).toContain(signIn["code-title"]);
    await press(page, identity["step-up"]["not-now"]);
    await page.getByText(kernel.refusals["step-up-required"]).first().waitFor();
    expect(await page.title()).not.toContain(signIn["code-title"]);
    await page.locator("button:focus", { hasText: invitations.send }).waitFor();
    expect(await field.inputValue()).toBe(invited);
    expect(await page.getByLabel(invitations.language).inputValue()).toBe("de");
    expect(await page.getByLabel(identity.roles.auditor).isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await giveCode();
    await page.getByRole("status").filter({ hasText: invited }).waitFor();
    await page.locator("ul.rows > li", { hasText: invited }).waitFor();
    await page.locator("button:focus", { hasText: invitations.send }).waitFor();
    await arrivesAt(page, "/organisation/people");
    expect(await faultsOf(page)).toEqual([]);
  });

  it("says of each code what is wrong with it, where what is typed next replaces it", async () => {
    await page.goto(`${play.stage.url}/account`);
    await longAgo();
    await press(page, account.renew);
    await press(page, account.renew);
    const recovery = page.getByLabel(signIn.recovery, { exact: true });
    const wrongCode = page.getByText(identity.refusals["wrong-code"]);
    const wrongRecovery = page.getByText(identity.refusals["wrong-recovery-code"]);
    const typeWrong = async (code: string) => {
      await page.keyboard.type(code);
      await page.keyboard.press("Enter");
    };
    await codeField(page).and(page.locator(":focus")).waitFor();
    for (const code of ["000000", "000001"]) {
      await typeWrong(code);
      await wrongCode.waitFor();
      expect(await codeField(page).inputValue()).toBe(code);
      await page.waitForTimeout(200);
    }
    await press(page, signIn["to-recovery"]);
    expect(await wrongCode.count()).toBe(0);
    await recovery.and(page.locator(":focus")).waitFor();
    for (const code of ["abcd-efgh", "wrong-once-more"]) {
      await typeWrong(code);
      await wrongRecovery.waitFor();
      expect(await recovery.inputValue()).toBe(code);
      await page.waitForTimeout(200);
    }
    expect(await wrongCode.count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, signIn["to-code"]);
    expect(await wrongRecovery.count()).toBe(0);
    await press(page, identity["step-up"]["not-now"]);
    await page.getByText(kernel.refusals["step-up-required"]).waitFor();
  });

  it("leaves the keyboard at the heading of the page to which they go instead, by a link or back", async () => {
    const heading = (name: string) =>
      page.getByRole("heading", { name, level: 1 }).and(page.locator(":focus"));
    const asked = async () => {
      await page.getByLabel(invitations.email, { exact: true }).fill(invited);
      await page.getByLabel(identity.roles.auditor).check();
      await press(page, invitations.send);
      await codeField(page).and(page.locator(":focus")).waitFor();
    };
    await longAgo();
    await page.goto(`${play.stage.url}/account`);
    await page.getByRole("link", { name: "Organisation the-board" }).click();
    await asked();
    await page.getByRole("link", { name: "Person of the-board" }).click();
    await heading(account.title).waitFor();
    expect(await page.title()).toContain(account.title);
    await page.goBack();
    await asked();
    await page.goBack();
    await heading(account.title).waitFor();
    expect(await page.title()).toContain(account.title);
  });

  it("K3: asks it where a list was refused for it, and shows the list then", async () => {
    await longAgo();
    await page.goto(`${play.stage.url}/organisation/people`);
    await press(page, signIn["give-it"]);
    await giveCode();
    await page.locator("ul.rows > li", { hasText: invited }).waitFor();
    expect(await page.getByText(kernel.refusals["step-up-required"]).count()).toBe(0);
  });

  it("keeps the reason why somebody is suspended, and goes on once it was given in another tab", async () => {
    await page.goto(`${play.stage.url}/admin/people/person-third-company`);
    await page.getByRole("button", { name: people.suspend }).click();
    await page.getByLabel(people.reason).fill("Lost a laptop.");
    await longAgo();
    await press(page, people["suspend-yes"]);
    await title(page).waitFor();
    const tab = await page.context().newPage();
    await tab.goto(`${play.stage.url}/sign-in/second-factor?back=%2Fadmin%2Fpeople%3Ffind%3DPerson`);
    await codeField(tab).fill(codeNow());
    await press(tab, signIn["go-on"]);
    await arrivesAt(tab, "/admin/people?find=Person");
    await tab.close();
    await title(page).waitFor({ state: "detached" });
    await page.locator("blockquote", { hasText: "Lost a laptop." }).waitFor();
    await arrivesAt(page, "/admin/people/person-third-company");
  });

  it("K1: keeps the form of a token open, and makes it then", async () => {
    await page.goto(`${play.stage.url}/account`);
    await press(page, tokens.new);
    await page.getByLabel(tokens.name, { exact: true }).fill("Nightly export");
    await page.getByLabel(tokens.services.identity).selectOption("read");
    await longAgo();
    await press(page, tokens.make);
    await giveCode();
    await page.getByRole("heading", { name: tokens["copy-now"] }).and(page.locator(":focus")).waitFor();
    await press(page, tokens.kept);
    await page.getByText("Nightly export").first().waitFor();
  });

  it("makes of a filtered list the file of what was filtered", async () => {
    await page.goto(`${play.stage.url}/admin/people?find=Person%20of%20second`);
    await page.getByText("Person of second-company").waitFor();
    await page.locator(".list-tools summary").click();
    await longAgo();
    await press(page, lists.file.csv);
    const [csv] = await Promise.all([page.waitForEvent("download"), giveCode()]);
    const text = readFileSync(await csv.path(), "utf8");
    expect(text).toContain("Person of second-company");
    expect(text).not.toContain("Person of third-company");
    await page.locator("button:focus", { hasText: lists.file.csv }).waitFor();
    expect(new URL(page.url()).search).toContain("find=Person");
  });

  it("leads from its own page back to where they were, and to no other site", async () => {
    for (const back of ["/organisation/people", "/account", "//elsewhere.example/x"]) {
      await longAgo();
      await page.goto(`${play.stage.url}/sign-in/second-factor?back=${encodeURIComponent(back)}`);
      await codeField(page).fill(codeNow());
      await press(page, signIn["go-on"]);
      await page.waitForURL(({ pathname }) => !pathname.startsWith("/sign-in"));
      const { origin, pathname } = new URL(page.url());
      expect(origin).toBe(play.stage.url);
      if (!back.startsWith("//")) expect(pathname).toBe(back);
    }
  });

  it("asks who has none in the demonstration to be themselves once more, and leads whoever signs in where they began", async () => {
    const officer = await open("/sign-in?back=%2Forganisation%2Fpeople");
    await press(officer, "Person of board-two");
    await arrivesAt(officer, "/organisation/people");
    await officer.getByLabel(invitations.email, { exact: true }).fill("second@board.example");
    await officer.getByLabel(identity.roles.auditor).check();
    await longAgo();
    await press(officer, invitations.send);
    const again = identity["session-ended"].as.replace("{{name}}", "Person of board-two");
    await officer.getByRole("button", { name: again }).and(officer.locator(":focus")).waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await officer.keyboard.press("Enter");
    await officer.getByRole("status").filter({ hasText: "second@board.example" }).waitFor();
    await officer
      .getByRole("heading", { name: colleagues.title.replace("{{name}}", "Organisation board-two") })
      .waitFor();
  });

  it("went without a complaint of the browser", () => {
    expect(complaints().filter((text) => !/401|403/.test(text))).toEqual([]);
  });
});
