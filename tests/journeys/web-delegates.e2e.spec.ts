import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { missions as contract } from "#services/missions/missions.contract.ts";
import { member } from "#services/missions/missions.testing.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("delegates, in a browser of %i px, in %s", (width, language) => {
  const { missions, delegates } = textsOf(language);
  const { own, errors, fields, office: inOffice, states } = delegates;
  const play = openPlay();
  const { open, signIn, complaints } = visitorsOf(play, width, language);
  const path = () => `/${language}/missions/${play.stage.mission}`;
  const filled = (text: string, params: Record<string, string | number>) =>
    text.replace(/\{\{(\w+)(, \w+)?\}\}/g, (_all, name) => String(params[name] ?? ""));
  const row = (page: Page, name: string) => page.locator("[data-delegate]", { hasText: name });
  let company: Page;

  async function fillIn(page: Page, name: string): Promise<void> {
    await page.getByLabel(fields.name, { exact: true }).fill(name);
    await page.getByLabel(fields.email).fill(`${name.toLowerCase()}@first-company.example`);
    await page.getByLabel(fields.role).fill("Engineer");
    await press(page, delegates.save);
    await page.locator("#delegates-done:focus").waitFor();
  }

  /** Where the letter to them leads, on this portal. */
  async function linkOf(to: string): Promise<string> {
    const { product } = play.stage;
    await product.settled();
    const letter = await outboxOf(product.kernel.mongo)
      .findOne({ to: `${to.toLowerCase()}@first-company.example`, template: "delegate-named" })
      .sort({ at: -1 })
      .lean();
    const { pathname, hash } = new URL(letter!.params.link!);
    return pathname + hash;
  }

  it("C5: a company with a seat is asked who goes, names somebody, and swaps them without losing it", async () => {
    const { product, mission } = play.stage;
    const asked = { mission, company: "first-company", seats: 1 };
    await product.as(member("first-company"), contract.actions.claim, asked);
    await product.settled();
    company = await signIn("Person of first-company", `/${language}/me`);
    await company.locator('[data-waits="delegates"] a').click();
    await arrivesAt(company, `${path()}/sign-up/delegates`);
    await company.getByText(filled(delegates.named_one, { named: 0, count: 1 })).waitFor();
    await press(company, delegates.add);
    await press(company, delegates.save);
    await company.getByText(errors.email).waitFor();
    expect(await faultsOf(company)).toEqual([]);
    await fillIn(company, "Ann");
    await row(company, "Ann").getByText(states["not-done"]).waitFor();
    expect(await faultsOf(company)).toEqual([]);
    const anns = await linkOf("Ann");

    await row(company, "Ann").getByRole("button", { name: delegates.swap }).click();
    await fillIn(company, "Bor");
    await row(company, "Bor").waitFor();
    expect(await row(company, "Ann").count()).toBe(0);
    const dead = await open(anns);
    await dead.getByText(own.dead).waitFor();
    expect(await faultsOf(dead)).toEqual([]);
    await company.goto(play.stage.url + path());
    await company.locator('[data-entry="confirmed"]').waitFor();
    await company.getByRole("link", { name: missions.own["to-delegates"] }).click();
    await row(company, "Bor").waitFor();
  });

  it("C6: a delegate fills in their own data by their link, the company sees that they have, and the office what is needed", async () => {
    const page = await open(await linkOf("Bor"));
    await page.getByText("Bor", { exact: true }).waitFor();
    await press(page, own.save);
    await page.locator(".error-summary:focus").getByRole("link", { name: own.passportName }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe("own-passportName");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(own.passportName).fill("Bor Peeters");
    await page.getByLabel(own.telephone).fill("+32 470 00 00 00");
    await page.getByLabel(own.diet).fill("No nuts");
    await page.getByLabel(own.listed).check();
    await press(page, own.save);
    await page.locator("#own-data-saved:focus").waitFor();
    await page.getByText(own.saved).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    expect(await page.getByLabel(own.diet).inputValue()).toBe("No nuts");

    await row(company, "Bor").getByText(states.done, { exact: true }).waitFor();
    expect(await company.locator("main").textContent()).not.toMatch(/nuts|Peeters|470/);

    const office = await signIn("Person of office", `/admin/missions/${play.stage.mission}/seats`);
    await row(office, "Bor")
      .getByText(filled(inOffice.passport, { name: "Bor Peeters" }))
      .waitFor();
    expect(await office.getByText("No nuts").count()).toBe(0);
    await press(office, inOffice.needs);
    await office.getByText(filled(inOffice.diet, { words: "No nuts" })).waitFor();
    expect(await faultsOf(office)).toEqual([]);
    await office.getByLabel(inOffice.company).selectOption("third-company");
    await press(office, delegates.add);
    await office.getByLabel(fields.name, { exact: true }).fill("Cas");
    await office.getByLabel(fields.email).fill("cas@third-company.example");
    await office.getByLabel(fields.role).fill("Engineer");
    await press(office, delegates.save);
    await row(office, "Cas").getByText(delegates["by-office"]).waitFor();
    expect(await faultsOf(office)).toEqual([]);
  });

  it("C5: whoever does not go is taken off, and their link opens nothing any more", async () => {
    const bors = await linkOf("Bor");
    await row(company, "Bor").getByRole("button", { name: delegates.remove }).click();
    await company.getByText(filled(delegates["remove-consequence"], { name: "Bor" })).waitFor();
    expect(await faultsOf(company)).toEqual([]);
    await press(company, delegates["remove-sure"]);
    await company.getByText(filled(delegates.removed, { name: "Bor" })).waitFor();
    const dead = await open(bors);
    await dead.getByText(own.dead).waitFor();
  });

  it("leaves nothing in the console but what a dead link comes to", () => {
    expect(complaints().filter((one) => !/404/.test(one))).toEqual([]);
  });
});
