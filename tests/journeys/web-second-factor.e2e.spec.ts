import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { Secret, TOTP } from "otpauth";
import type { Locator, Page } from "playwright-core";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { admit } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];
const password = "lantern 7 oyster gravel";

withBrowser.each(runs)("signing in as staff, in a browser of %i px, in %s", (width, language) => {
  const { identity, queue, web } = textsOf(language);
  const { account } = identity;
  const signIn = { ...web["sign-in"], ...identity["sign-in"] };
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);
  let page: Page;
  let seed: string;
  let recoveryCode: string;

  /** Of a step that was not used yet. */
  const codeOf = (steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(seed) }).generate({ timestamp: Date.now() + steps * 30_000 });

  /** What a manager of passwords goes by, and whether the page lets it, or whoever copies theirs, fill one in. */
  const pasteInto = (field: Locator) =>
    field.evaluate((input: any) => ({
      type: input.type,
      autocomplete: input.autocomplete,
      taken: input.dispatchEvent(new Event("paste", { bubbles: true, cancelable: true })),
    }));

  /** It is written after the page has been answered. */
  async function linkInLetter(): Promise<string> {
    const letters = outboxOf(play.stage.product.kernel.mongo);
    for (;;) {
      const link = (await letters.findOne({ template: "new-password" }).lean())?.params.link;
      if (link) return new URL(link).pathname + new URL(link).hash;
      await sleep(50);
    }
  }

  async function enter(on: Page, words: string) {
    await on.getByLabel(signIn.email).fill("an-officer@office.example");
    await on.getByLabel(signIn.password).fill(words);
    await press(on, signIn.link);
  }

  it("leads by a letter to a password, and from there to a second factor", async () => {
    page = await open("/sign-in");
    await page.getByLabel(signIn.email).fill("an-officer@office.example");
    await press(page, signIn.send);
    await page.getByRole("heading", { name: signIn.sent }).waitFor();
    await page.goto(play.stage.url + (await linkInLetter()));
    expect(await pasteInto(page.getByLabel(signIn["new-password"]))).toEqual({
      ...{ type: "password", autocomplete: "new-password", taken: true },
    });
    await page.getByLabel(signIn["new-password"]).fill("password1234");
    await press(page, signIn.choose);
    await page.getByText(identity.refusals["easily-guessed"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(signIn["new-password"]).fill(password);
    await press(page, signIn.choose);
    await arrivesAt(page, "/account");
    await page.getByText(account["factor-none"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("sets a second factor up and shows its recovery codes this once", async () => {
    await press(page, account["set-up"]);
    seed = (await page.locator("code").textContent())!.replaceAll(" ", "");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(signIn.code).fill("12");
    await press(page, account.confirm);
    await page.getByText(signIn["code-wrong"]).waitFor();
    await page.getByLabel(signIn.code).fill(codeOf(-1));
    await press(page, account.confirm);
    await page.getByRole("heading", { name: account.codes }).waitFor();
    const codes = await page.locator(".recovery-codes li").allTextContents();
    expect(codes).toHaveLength(10);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, account.kept);
    await arrivesAt(page, "/admin");
    await page.getByRole("heading", { name: queue.title }).waitFor();
  });

  it("shows recovery codes made anew on the page they were asked on", async () => {
    await page.goto(`${play.stage.url}/account`);
    await press(page, account.renew);
    await press(page, account.renew);
    await page.getByRole("heading", { name: account.codes }).waitFor();
    const codes = await page.locator(".recovery-codes li").allTextContents();
    recoveryCode = codes[0]!;
    await page.emulateMedia({ media: "print" });
    const paper = await page.evaluate<string>("document.body.innerText");
    const sheets = (await page.pdf()).toString("latin1").match(/\/Type\s*\/Page\b/g);
    await page.emulateMedia({ media: "screen" });
    expect(sheets).toHaveLength(1);
    const download = page.waitForEvent("download");
    await press(page, account.sheet.file);
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`${account.sheet["file-name"]}.txt`);
    const file = await readFile(await saved.path(), "utf8");
    const told = [account.sheet.title, account.sheet.use, play.stage.url, "an-officer@office.example"];
    for (const kept of [paper, file])
      for (const words of [...told, ...codes]) expect(kept.split(words)).toHaveLength(2);
    for (const words of [account.title, account.codes, account.kept, account.sessions])
      expect(paper).not.toContain(words);
    await press(page, account.kept);
    const set = account["factor-set"].replace("{{count}}", "10");
    await page.getByText(set).and(page.locator(":focus")).waitFor();
  });

  it("says of a wrong password that it is not the current one, and asks none of who has none", async () => {
    await page.goto(`${play.stage.url}/account`);
    await page.getByLabel(account.current).fill("not my password");
    await page.getByLabel(signIn["new-password"]).fill("another lantern 8 gravel");
    await press(page, account.change);
    await page.getByText(identity.refusals["wrong-password"]).waitFor();
    await page.getByLabel(account.current).fill(password);
    await page.getByLabel(signIn["new-password"]).fill(password);
    await press(page, account.change);
    await page.getByText(identity.refusals["same-password"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await admit(play.stage.product, "the-board", "office", ["admin"], "an-admin");
    const other = await open("/sign-in?back=/account");
    await other.getByRole("button", { name: "Person of the-board" }).click();
    await other.getByText(account["no-password"]).waitFor();
    expect(await other.getByLabel(account.current).count()).toBe(0);
    expect(await faultsOf(other)).toEqual([]);
  });

  it("asks both of who signs in elsewhere, keeps the office shut until then, and lets them be signed out from here", async () => {
    const other = await open("/sign-in?back=/admin/letters");
    await other.getByRole("link", { name: signIn["by-password"] }).click();
    await other.getByRole("heading", { name: signIn["password-title"] }).waitFor();
    await enter(other, "not my password");
    await other.getByText(identity.refusals["wrong-credentials"]).waitFor();
    expect(await faultsOf(other)).toEqual([]);
    await enter(other, password);
    await other.getByRole("heading", { name: signIn["code-title"] }).waitFor();
    await other.goto(`${play.stage.url}/admin/letters`);
    await other.getByText(signIn["first-lead"]).waitFor();
    await other.getByRole("link", { name: signIn["give-it"] }).click();
    await other.getByLabel(signIn.code).fill("123456");
    await press(other, signIn["go-on"]);
    await other.getByText(identity.refusals["wrong-code"]).waitFor();
    await other.getByLabel(signIn.code).fill(codeOf(1));
    await press(other, signIn["go-on"]);
    await arrivesAt(other, "/admin/letters");
    expect(await faultsOf(other)).toEqual([]);

    await page.goto(`${play.stage.url}/account`);
    await page.getByText(`· ${account.here}`).waitFor();
    await press(page, account["end-others"]);
    await page.getByText(account["only-here"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await other.reload();
    await other.getByRole("link", { name: signIn.link }).first().waitFor();
  });

  it("opens by a recovery code without the telephone", async () => {
    const other = await open("/sign-in/password");
    await other.getByRole("link", { name: signIn.forgot }).click();
    await other.getByText(signIn["forgot-lead"]).waitFor();
    await other.getByRole("heading", { name: signIn["new-password-title"], level: 1 }).waitFor();
    expect(await other.getByText(signIn.lead).count()).toBe(0);
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole("link", { name: signIn["by-password"] }).click();
    await enter(other, password);
    await press(other, signIn["to-recovery"]);
    await other.getByLabel(signIn.recovery).fill(recoveryCode.toUpperCase());
    await press(other, signIn["go-on"]);
    await arrivesAt(other, "/admin");
    await other.getByRole("heading", { name: queue.title }).waitFor();
    expect(await faultsOf(other)).toEqual([]);
  });

  it("went without a complaint of the browser", () => {
    // What is refused on purpose, and what is asked by who was signed out.
    const expected = /401|403|409/;
    expect(complaints().filter((text) => !expected.test(text))).toEqual([]);
  });
});
