import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { partnerships as contract } from "#services/partnerships/partnerships.contract.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "nl"],
  [390, "fr"],
];

withBrowser.each(runs)("a section for a colleague, in a browser of %i px, in %s", (width, language) => {
  const { partnerships, sending, web, "section-links": texts } = textsOf(language);
  const { own } = texts;
  const email = "kenji@cluster.example";
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);
  const sectors = partnerships.sections.sectors;
  let id: string;
  let asker: Page;
  let colleague: Page;

  /** Up to the first thing that is filled in. */
  const startOf = (text: string) => text.split("{{")[0]!.trim();
  const row = (state: string) => asker.locator(`[data-section-link="${state}"]`);
  const ecosystem = (page: Page, n: number) => page.getByRole("checkbox").nth(n);
  const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();

  async function pathOfLetter(): Promise<string> {
    const { product } = play.stage;
    await product.settled();
    const letter = await outboxOf(product.kernel.mongo)
      .findOne({ to: email, template: "section-sent" })
      .sort({ at: -1 })
      .lean();
    const { pathname, hash } = new URL(letter!.params.link!);
    return pathname + hash;
  }

  it("A1: is sent from the task list, with a line of one's own", async () => {
    const { product, url } = play.stage;
    const { address, ...made } = await register(product, { name: "Kobe Green Port" }, false);
    id = made.id;
    const cleared = { id, version: 2, changes: {}, cleared: ["subdivision" as const, "ecosystems" as const] };
    await product.as({ kind: "link", registration: id }, contract.actions.saveDraft, cleared);
    asker = await open(address(language));
    await arrivesAt(asker, "/register/status");
    await asker.goto(`${url}/${language}/register/form`);
    await asker.getByText(texts.none).waitFor();
    await press(asker, texts.send);
    await asker.getByText(texts["choose-missing"]).waitFor();
    expect(await faultsOf(asker)).toEqual([]);
    await asker.locator("#send-section").selectOption("sectors");
    await asker.locator("#send-section-to").fill("kenji@cluster");
    await press(asker, texts.send);
    await asker.locator("#send-section-to:focus").waitFor();
    await asker.locator("#send-section-to").fill(email);
    await asker.getByLabel(texts.message).fill("Gij kent onze havens het best.");
    await press(asker, texts.send);
    await row("open").locator("p", { hasText: email }).waitFor();
    await asker.getByText(texts.sent.replace("{{email}}", email)).waitFor();
    expect(await faultsOf(asker)).toEqual([]);
  });

  it("A1: is filled in on any device without an account, and without a sight of the other sections", async () => {
    colleague = await open(await pathOfLetter());
    await colleague.getByRole("heading", { level: 1, name: sectors }).waitFor();
    await colleague.getByText("Aiko Tanaka (aiko@cluster.example)").waitFor();
    await colleague.getByText("Gij kent onze havens het best.").waitFor();
    expect(await colleague.getByText("Kobe Green Port").count()).toBe(1);
    expect(await colleague.locator("form .field, form fieldset").count()).toBeLessThan(4);
    await press(colleague, own.done);
    await colleague.locator(".error-summary:focus").waitFor();
    expect(await faultsOf(colleague)).toEqual([]);
    await colleague.locator("#answer-subdivision").selectOption("JP-28");
    await saved(colleague);
    const { page: other } = await play.openWindow(width, language);
    await other.goto(`${play.stage.url}/${language}/register/form`);
    await other.getByText(web.register["no-link"]).waitFor();
  });

  it("A1: loses nothing when who sent it writes in it at the same time", async () => {
    await asker.goto(`${play.stage.url}/${language}/register/form/sectors`);
    await ecosystem(asker, 0).check();
    await asker.locator("#answer-subdivision").focus();
    await saved(asker);
    await ecosystem(colleague, 1).check();
    await colleague.locator("#answer-subdivision").focus();
    await colleague.getByRole("heading", { name: sending.clash.title }).waitFor();
    expect(await faultsOf(colleague)).toEqual([]);
    await press(colleague, sending.clash["keep-mine"]);
    await saved(colleague);
    expect(await ecosystem(colleague, 1).isChecked()).toBe(true);
    expect(await colleague.getByRole("heading", { name: sending.clash.title }).count()).toBe(0);
  });

  it("A1: is said to be done, which who sent it sees at once and reads in a letter", async () => {
    await asker.goto(`${play.stage.url}/${language}/register/form`);
    await row("open").waitFor();
    await press(colleague, own.done);
    await colleague.locator("h1:focus", { hasText: own.done }).waitFor();
    await colleague.getByText(own.thanks.replaceAll("{{email}}", "aiko@cluster.example")).waitFor();
    expect(await faultsOf(colleague)).toEqual([]);
    await row("filled-in").getByText(startOf(texts.states["filled-in"])).waitFor();
    await asker.locator('[data-section="sectors"][data-progress="done"]').waitFor();
    await play.stage.product.settled();
    const letter = { to: "aiko@cluster.example", template: "section-filled-in" as const };
    expect(await outboxOf(play.stage.product.kernel.mongo).countDocuments(letter)).toBe(1);
    await colleague.reload();
    await colleague.getByText(own.why["filled-in"]).waitFor();
    expect(await faultsOf(colleague)).toEqual([]);
  });

  it("A1: is sent again, and withdrawn, which closes the page of the colleague as it stands", async () => {
    await row("filled-in").getByRole("button", { name: texts.again }).click();
    await row("open").waitFor();
    await colleague.reload();
    await colleague.getByRole("heading", { level: 1, name: sectors }).waitFor();
    expect(await colleague.locator("#answer-subdivision").inputValue()).toBe("JP-28");
    await row("open").getByRole("button", { name: texts.withdraw }).click();
    await press(asker, texts["withdraw-yes"]);
    await row("withdrawn").waitFor();
    await colleague.getByText(own.why.withdrawn).waitFor();
    expect(await faultsOf(asker)).toEqual([]);
    expect(complaints()).toEqual([]);
  });

  it("A1: says on the task list what comes first, while nobody can know whose letter it is", async () => {
    const { product, url } = play.stage;
    const { address, id: other } = await register(product, { name: "Osaka Tide" }, false);
    const changes = { contactEmail: "yuki@osaka.example" };
    const holder = { kind: "link", registration: other } as const;
    await product.as(holder, contract.actions.saveDraft, { id: other, version: 2, changes });
    const page = await open(address(language));
    await arrivesAt(page, "/register/status");
    await page.goto(`${url}/${language}/register/form`);
    await page.getByText(texts["address-first"]).waitFor();
    await press(page, sending.address.send);
    await page.locator("#address-code").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await product.as(holder, contract.actions.saveDraft, {
      ...{ id: other, version: 3, changes: {} },
      cleared: ["name"],
    });
    await page.reload();
    await page.getByText(texts["name-first"]).waitFor();
  });
});
