import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { missions as contract } from "#services/missions/missions.contract.ts";
import { member, officer, planOf } from "#services/missions/missions.testing.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "nl"],
  [390, "fr"],
];

const kobe = "kobe-offshore-wind";
const osaka = "osaka-soon";
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

withBrowser.each(runs)("the missions of a member company in a browser of %i px, in %s", (width, language) => {
  const { identity, missions: texts, web } = textsOf(language);
  const play = openPlay();
  const { open, signIn, complaints } = visitorsOf(play, width, language);
  const { actions } = contract;

  /** Opens for everyone in a week, and closes in ten days. */
  async function planSoon() {
    const { product } = play.stage;
    const plan = planOf({
      ...{ title: { fr: "Osaka bientôt", nl: "Osaka, straks" }, capacity: 2, minimum: 1 },
      ...{ signUpOpensAt: days(-1), signUpClosesAt: days(10) },
      ...{ firstDay: days(40).slice(0, 10), lastDay: days(42).slice(0, 10) },
    });
    const legs = plan.legs.map((leg) => ({ ...leg, firstDay: plan.firstDay, lastDay: plan.lastDay }));
    const planned = await product.as(officer, actions.planMission, { id: osaka, ...plan, legs });
    await product.settled();
    return (planned as { position: number }).position;
  }

  const claim = async (mission: string, company: string, seats: number) => {
    const reply = await play.stage.product.as(member(company), actions.claim, { mission, company, seats });
    await play.stage.product.settled();
    return reply;
  };

  const part = (page: Page, title: string) =>
    page.locator("section.part").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

  it("C1: tell everyone what for, for whom, and what is done when, by the clocks there and here", async () => {
    const page = await open(`/${language}/missions/${kobe}`);
    const programme = part(page, texts.programme.title);
    await programme.getByRole("table").waitFor();
    const rows = await programme.locator("tbody tr:has(td)").allTextContents();
    expect(rows).toHaveLength(2);
    // In order of time, not as it was written down; Japan is ahead of Brussels by eight hours, or seven in summer.
    expect(rows[0]).toMatch(/^07:30.+09:00.*(23|00):30.+0[12]:00Breakfast with partners/);
    expect(rows[1]).toMatch(/^14:00.+16:30.*0[67]:00.+0[89]:30/);
    expect(await programme.locator("caption").textContent()).toMatch(
      /Kobe.+(Midden-Europese|Europe centrale)/,
    );
    expect(await part(page, texts.mission["target-profile"]).textContent()).toContain("Builders of");
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.getByRole("heading", { name: texts.verdict.title }).count()).toBe(0);
  });

  it("C1: name the times once for whoever is where the mission is, and print them without what is for the screen", async () => {
    const page = await open(`/${language}/missions/${kobe}`);
    const there = await page
      .context()
      .browser()!
      .newContext({ locale: language, timezoneId: "Asia/Tokyo", viewport: { width, height: 844 } });
    const inKobe = await there.newPage();
    await inKobe.goto(page.url());
    const caption = texts.programme["times-same"].split("{{")[0]!;
    await inKobe.locator("caption").getByText(caption).waitFor();
    expect(await inKobe.locator("thead th").count()).toBe(2);
    await inKobe.emulateMedia({ media: "print" });
    expect(await inKobe.getByRole("heading", { name: texts["sign-up"].title }).isVisible()).toBe(false);
    expect(await inKobe.getByRole("table").isVisible()).toBe(true);
    expect(await inKobe.locator(".route-tag").isVisible()).toBe(true);
    await there.close();
  });

  it("H2: mark what is in another language, on the page as in what is served before it", async () => {
    const page = await open(`/${language}/missions/${kobe}`);
    await page.getByRole("table").waitFor();
    const marked = await page.locator('main [lang="en"]').allTextContents();
    const fallen = ["Builders of foundations and cables.", "Breakfast with partners"];
    const inFrench = ["Kobe: wind at sea", "Meet ports that build wind farms at sea.", "Visit to the port"];
    expect(marked.sort()).toEqual([...fallen, ...(language === "fr" ? inFrench : [])].sort());
    const served = await (await fetch(page.url())).text();
    for (const words of fallen) expect(served).toContain(`<span lang="en" dir="auto">${words}</span>`);
    expect(served).toContain(`<h2>${texts.mission.goals}</h2>`);
    expect(served).toMatch(/<h3>Kobe \(Asia\/Tokyo\)<\/h3><ul><li>[^<]+07:30–09:00, /);
  });

  it("C1: tell a company whether it can sign up and why, and tell it anew as seats go", async () => {
    const page = await signIn("Person of second-company", `/${language}/missions/${kobe}`);
    const verdict = page.locator("[data-can]");
    const free = (count: string) => verdict.getByText(count);
    await page.locator('[data-can="true"]').waitFor();
    await free(texts.verdict.reasons["free-seats_one"].replace("{{count, number}}", "1")).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await claim(kobe, "first-company", 1);
    await free(texts.verdict.reasons["waiting-list_zero"]).waitFor();
    await claim(kobe, "second-company", 2);
    await page.locator('[data-can="false"]').waitFor();
    await free(placed(texts.verdict.reasons.waits_other, 2, 1)).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("C1: tell it of all missions by one question, beside each", async () => {
    const version = await planSoon();
    const page = await signIn("Person of second-company", `/${language}/missions`);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const own = (id: string) =>
      page.locator(".mission-row").filter({ has: page.locator(`a[href$="/${id}"]`) });
    await own(osaka).locator('[data-can="true"]').waitFor();
    await own(kobe)
      .getByText(placed(texts.verdict.reasons.waits_other, 2, 1))
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await own(osaka).locator('[data-can="true"]').waitFor();
    expect([...new Set(asked.filter((path) => path.includes("verdict")))]).toEqual(["/api/verdicts"]);
    const { product } = play.stage;
    await product.as(officer, actions.cancelMission, { id: osaka, version });
    await own(osaka).getByText(texts.verdict.reasons.cancelled).waitFor();
  });

  it("C9: say when sign-up opens, and of no step, while nobody can sign up", async () => {
    const { product } = play.stage;
    const [opens, closes] = [days(5), days(10)];
    const [firstDay, lastDay] = [days(50).slice(0, 10), days(52).slice(0, 10)];
    const when = { firstDay, lastDay, signUpOpensAt: opens, signUpClosesAt: closes };
    const plan = planOf(when);
    const legs = plan.legs.map((leg) => ({ ...leg, firstDay, lastDay }));
    await product.as(officer, actions.planMission, { id: "osaka-later", ...plan, legs });
    await product.settled();
    const from = texts["sign-up"].from.split("{{")[0]!;
    const step = texts.entry.step.replace("{{step}}", "1");
    const path = `/${language}/missions/osaka-later/sign-up`;
    for (const page of [await open(path), await signIn("Person of second-company", path)]) {
      await page.getByText(from).waitFor();
      await page.getByRole("heading", { name: texts["sign-up"].title, level: 1 }).waitFor();
      expect(await page.getByText(step).count()).toBe(0);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  it("C1: gather what waits for a company and what it has, and say what to do where there is nothing", async () => {
    const second = await signIn("Person of second-company", `/${language}`);
    await second.getByRole("link", { name: web.nav.own, exact: true }).click();
    await second.locator('[data-waits="on-list"]').waitFor();
    await second.locator('[data-waits="consents"]').waitFor();
    expect(await second.locator('[data-entry="waiting"]').textContent()).toContain("Kobe");
    expect(await second.locator(`a[href$="/account"]`).last().textContent()).toBe(identity.account.title);
    expect(await faultsOf(second)).toEqual([]);

    // Whoever is ahead gives their seat back, and the list moves while the page stands open.
    const { product } = play.stage;
    await product.as(member("third-company"), actions.withdraw, { mission: kobe, company: "third-company" });
    await second.locator('[data-entry="confirmed"]').waitFor();
    await second.locator('[data-waits="on-list"]').waitFor({ state: "detached" });

    const nobody = await open(`/${language}/me`);
    await nobody.getByText(texts.own["signed-out"]).waitFor();
    expect(await faultsOf(nobody)).toEqual([]);
    expect(await nobody.getByRole("link", { name: web.nav.own }).count()).toBe(0);

    const officerPage = await signIn("Person of office", "/admin/missions");
    await officerPage.goto(`${play.stage.url}/${language}/me`);
    await officerPage.getByText(texts.own["members-only"].split("{{")[0]!).waitFor();
    expect(await faultsOf(officerPage)).toEqual([]);
  });

  it("leave nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });

  const placed = (text: string, seats: number, place: number) =>
    text.replace("{{count, number}}", String(seats)).replace("{{place, number}}", String(place));
});
