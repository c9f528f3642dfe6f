import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import type { TemplateName } from "#services/mail/outbox/contract.ts";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { missions as contract } from "#services/missions/missions.contract.ts";
import { fortaleza, member, officer, planOf } from "#services/missions/missions.testing.ts";
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
  const { missions, delegates, web } = textsOf(language);
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

  const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();

  /** Where the letter to them leads, on this portal. */
  async function linkOf(to: string, template: TemplateName = "delegate-named"): Promise<string> {
    const { product } = play.stage;
    await product.settled();
    const letter = await outboxOf(product.kernel.mongo)
      .findOne({ to: `${to.toLowerCase()}@first-company.example`, template })
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

  it("C5: whoever gives the seats back is told before that those who are named go too, by the letter's link as well", async () => {
    const go = filled(missions["sign-up"]["delegates-go_one"], { count: 1 });
    await company.goto(play.stage.url + path());
    await press(company, missions["sign-up"].withdraw);
    await company.getByText(go).waitFor();
    expect(await faultsOf(company)).toEqual([]);
    const letter = await outboxOf(play.stage.product.kernel.mongo)
      .findOne({ template: "seat-confirmed", to: "person-first-company@first-company.example" })
      .lean();
    const { pathname, hash } = new URL(letter!.params.link!);
    const page = await open(pathname + hash);
    await press(page, missions["seat-link"].withdraw);
    await page.getByText(go).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const office = await signIn("Person of office", `/admin/missions/${play.stage.mission}`);
    await office
      .locator('[data-entries="confirmed"] li', { hasText: "first-company" })
      .getByRole("button", { name: missions["sign-up"].withdraw })
      .click();
    await office.getByText(go).waitFor();
    await company.goto(`${play.stage.url}${path()}/sign-up/delegates`);
  });

  it("C6: who meets online is asked for no passport and no meals, and no page speaks of a journey", async () => {
    const { product } = play.stage;
    const { planMission, claim } = contract.actions;
    const signUp = { signUpOpensAt: days(-1), signUpClosesAt: days(10) };
    const [firstDay, lastDay] = [days(60).slice(0, 10), days(60).slice(0, 10)];
    const when = { ...signUp, firstDay, lastDay, legs: [fortaleza({ firstDay, lastDay })] };
    const plan = planOf({ ...when, online: true, perCompany: 1 });
    await product.as(officer, planMission, { id: "ulsan-online", ...plan });
    await product.settled();
    const asked = { mission: "ulsan-online", company: "first-company", seats: 1 };
    await product.as(member("first-company"), claim, asked);
    await product.settled();
    const page = await signIn("Person of first-company", `/${language}/missions/ulsan-online`);
    await page.locator('[data-entry="confirmed"]').waitFor();
    await page.getByText(missions.mission.online).waitFor();
    expect(await page.locator(".route-tag > span").allTextContents()).toEqual([
      web.online,
      filled(missions["route-online"], { to: new Intl.DisplayNames(language, { type: "region" }).of("BR")! }),
    ]);
    expect(await page.getByText(missions.mission.where, { exact: true }).count()).toBe(0);
    await page.getByText(missions.mission["online-with"], { exact: true }).waitFor();
    for (const list of ["missions", "me"]) {
      await page.goto(`${play.stage.url}/${language}/${list}`);
      const tag = page.locator(".mission-row", { has: page.locator(`a[href$="/ulsan-online"]`) });
      await tag.locator(".route-tag").getByText(web.online, { exact: true }).waitFor();
    }
    await page.goto(`${play.stage.url}/${language}/missions/ulsan-online`);
    expect(await page.getByRole("button", { name: missions.entry.change.ask }).count()).toBe(0);
    await page.getByRole("link", { name: missions.own["to-delegates"] }).click();
    await page.getByText(delegates["lead-online"]).waitFor();
    await press(page, delegates.add);
    await fillIn(page, "Dre");
    const dre = await open(await linkOf("Dre", "delegate-named-online"));
    await dre.getByText(own["why-online"]).waitFor();
    expect(await dre.getByLabel(own.passportName).count()).toBe(0);
    expect(await dre.getByLabel(own.diet).count()).toBe(0);
    await press(dre, own.save);
    await dre.locator(".error-summary:focus").waitFor();
    await dre.getByLabel(own.telephone).fill("+32 470 00 00 01");
    await press(dre, own.save);
    await dre.locator("#own-data-saved:focus").waitFor();
    expect(await faultsOf(dre)).toEqual([]);
    const office = await signIn("Person of office", "/admin/missions/ulsan-online/seats");
    await row(office, "Dre").getByText(inOffice["not-listed"]).waitFor();
    expect(await office.getByRole("button", { name: inOffice.needs }).count()).toBe(0);
    // On a small screen too every way of the office is in sight.
    const ways = office.locator(".shell-nav");
    expect(await ways.evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBe(0);
  });

  it("C5: whoever asks for more than each company may have is told how many that is", async () => {
    const page = await signIn("Person of second-company", `/${language}/missions/ulsan-online/sign-up`);
    const { "sign-up": signUp } = missions;
    await page.getByLabel(signUp["how-many"]).fill("2");
    await page.getByText(filled(signUp["at-most-each_one"], { count: 1 })).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("C5: whoever does not go is taken off, and their link opens nothing any more", async () => {
    const bors = await linkOf("Bor");
    const page = await open(bors);
    await page.getByLabel(own.telephone).fill("+32 470 11 11 11");
    await row(company, "Bor").getByRole("button", { name: delegates.remove }).click();
    await company.getByText(filled(delegates["remove-consequence"], { name: "Bor" })).waitFor();
    expect(await faultsOf(company)).toEqual([]);
    await press(company, delegates["remove-sure"]);
    await company.getByText(filled(delegates.removed, { name: "Bor" })).waitFor();
    await press(page, own.save);
    await page.getByText(own.dead).waitFor();
    expect(await page.getByLabel(own.telephone).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    const dead = await open(bors);
    await dead.getByText(own.dead).waitFor();
  });

  it("leaves nothing in the console but what a dead link comes to", () => {
    expect(complaints().filter((one) => !/404/.test(one))).toEqual([]);
  });
});
