import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { shapes } from "./web-stage.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(180_000);

const sizes: [Width, Language][] = [
  [1280, "nl"],
  [390, "en"],
];
const runs = shapes().flatMap((shape) => sizes.map((size) => [shape, ...size] as const));

withBrowser.each(runs)("the main job in %s, in a browser of %i px, in %s", (shape, width, language) => {
  const { missions, partnerships, review, sending, web, status, register: starting } = textsOf(language);
  const play = openPlay(shape);
  const { open, signIn, complaints } = visitorsOf(play, width, language);

  it("brings a cluster from its first answer to its public page, seen in lists that were open already", async () => {
    const list = await open(`/${language}/partners`);
    const office = await signIn("Person of office", "/admin/review");
    await office.getByText(review.none.submitted).waitFor();

    const cluster = await open(`/${language}/register`);
    await cluster.getByRole("button", { name: starting.begin }).click();
    await cluster.getByText(starting["choose-country"]).waitFor();
    await cluster.getByLabel(starting.country).selectOption("JP");
    await cluster.getByRole("button", { name: starting.begin }).click();

    await arrivesAt(cluster, "/register/form");
    const field = (name: keyof typeof partnerships.fields) =>
      cluster.getByLabel(partnerships.fields[name], { exact: true });
    const goOn = async (next: keyof typeof partnerships.sections) => {
      await cluster.getByRole("button", { name: partnerships.overview["go-on"], exact: true }).click();
      await cluster.getByRole("heading", { level: 1, name: partnerships.sections[next] }).waitFor();
      expect(await faultsOf(cluster)).toEqual([]);
    };

    await cluster.getByRole("link", { name: partnerships.sections.country, exact: true }).click();
    await cluster.getByLabel(partnerships.kinds.cluster, { exact: true }).check();
    await goOn("organisation");
    await field("name").fill("Kitakyushu Green Port");
    await field("website").fill("kitakyushu.example");
    await cluster.getByRole("button", { name: partnerships.overview["go-on"], exact: true }).click();
    await cluster.locator(".error-summary:focus").waitFor();
    expect(await cluster.title()).toContain(web.errors["in-title"]);
    expect(await cluster.locator(".error-summary").textContent()).toContain(partnerships.errors.website);
    expect(await faultsOf(cluster)).toEqual([]);
    await cluster.getByRole("link", { name: partnerships.fields.website, exact: true }).click();
    expect(await cluster.evaluate("document.activeElement.id")).toBe("answer-website");
    await field("website").fill("https://kitakyushu.example");
    await field("registerNumber").fill("1234-56");
    await field("legalForm").fill("Association");
    await goOn("contact");
    await field("contactName").fill("Aiko Tanaka");
    await field("contactEmail").fill("aiko@kitakyushu.example");
    await field("contactRole").fill("Director");
    await goOn("members");
    await cluster.getByLabel(partnerships.members.companies, { exact: true }).fill("14");
    await cluster.getByLabel(partnerships.members.knowledge, { exact: true }).fill("3");
    await cluster.locator('[data-criterion="members"][data-verdict="pass"]').waitFor();
    await goOn("team");
    await field("teamHundredths").fill(language === "nl" ? "2,5" : "2.5");
    await cluster.getByLabel(web.form.yes, { exact: true }).check();
    await cluster.locator('[data-criterion="team"][data-verdict="pass"]').waitFor();
    await goOn("recognition");
    await goOn("sectors");
    await field("subdivision").selectOption("JP-40");
    await cluster.locator("input[type=checkbox]").nth(3).check();
    await goOn("cooperation");
    await field("summary").fill("A port that stores wind and hydrogen.");
    await goOn("declaration");
    // Whoever has come to the end without having ticked it is told so there.
    await cluster.goto(`${play.stage.url}/${language}/register/form/check`);
    await cluster.getByRole("button", { name: web.form.send, exact: true }).click();
    await cluster.locator(".error-summary:focus").waitFor();
    expect(await faultsOf(cluster)).toEqual([]);
    await cluster.locator("#change-declaration").click();
    await field("declaration").check();
    await cluster.getByRole("button", { name: partnerships.overview["to-check"] }).click();
    await cluster.getByRole("button", { name: web.form.send, exact: true }).click();
    await cluster.locator(".error-summary:focus").getByText(sending.address.missing).waitFor();
    await cluster.getByRole("button", { name: sending.address.send, exact: true }).click();
    const code = cluster.getByLabel(sending.address.code, { exact: true });
    await code.waitFor();
    expect(await faultsOf(cluster)).toEqual([]);
    const [shown] = /\d{6}/.exec((await cluster.locator("p.done").textContent())!)!;
    // Whoever went to look in their mail comes back to where the code is filled in.
    await cluster.reload();
    await code.fill("12 34");
    await code.press("Enter");
    await cluster.getByText(sending.address.six).waitFor();
    await code.fill(shown);
    await code.press("Enter");
    await cluster.locator("#confirm-address:focus").waitFor();
    await cluster.locator('[data-answer="contactEmail"]').getByText("aiko@kitakyushu.example").waitFor();
    expect(await faultsOf(cluster)).toEqual([]);
    await cluster.getByRole("button", { name: web.form.send, exact: true }).click();
    await arrivesAt(cluster, "/register/status");
    await cluster.locator('[data-state="submitted"]').waitFor();
    expect(await faultsOf(cluster)).toEqual([]);

    await office.getByRole("link", { name: "Kitakyushu Green Port" }).click();
    await office.getByRole("button", { name: partnerships.steps.accept, exact: false }).click();
    await office.locator('.facts [data-state="accepted"]').waitFor();
    expect(await faultsOf(office)).toEqual([]);

    // The status page was left open, and hears of it by itself.
    await cluster.locator('[data-state="accepted"]').waitFor();
    await cluster.getByRole("button", { name: status.confirm }).click();
    await cluster.locator('[data-state="published"]').waitFor();

    await list.getByRole("link", { name: "Kitakyushu Green Port" }).waitFor();
    expect(await faultsOf(list)).toEqual([]);
    await cluster.getByRole("link", { name: status["public-page"] }).click();
    await cluster.getByRole("heading", { level: 1, name: "Kitakyushu Green Port" }).waitFor();
  });

  it("gives the last seat to one company, and after a withdrawal to the next in line", async () => {
    const path = `/${language}/missions/${play.stage.mission}`;
    const visitor = await open(path);
    await visitor.getByText("11", { exact: false }).first().waitFor();
    const [first, second] = await Promise.all(
      play.stage.twoCompanies.map((one) => signIn(`Person of ${one}`, path)),
    );
    const states = await Promise.all([claimSeat(first!), claimSeat(second!)]);
    expect(states.sort()).toEqual(["confirmed", "waiting"]);
    const [winner, loser] = (await stateOf(first!)) === "confirmed" ? [first!, second!] : [second!, first!];
    expect(await faultsOf(loser)).toEqual([]);

    await winner.getByRole("link", { name: missions.entry.back }).first().click();
    await winner.getByRole("button", { name: missions["sign-up"].withdraw, exact: true }).click();
    await winner.getByRole("button", { name: missions["sign-up"]["withdraw-sure"] }).click();
    await winner.locator('[data-entry="withdrawn"]').waitFor();
    await loser.locator('[data-entry="confirmed"]').waitFor();
    await visitor.locator(".seats-large .seat.taken").nth(11).waitFor();

    const office = await signIn("Person of office", `/admin/missions/${play.stage.mission}`);
    await office.locator('[data-entries="withdrawn"] li').waitFor();
    expect(await office.locator('[data-entries="confirmed"] li').count()).toBe(2);
    expect(await faultsOf(office)).toEqual([]);
  });

  it("leaves nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });

  async function claimSeat(page: Page): Promise<string | null> {
    await page.getByRole("link", { name: missions.entry.to }).click();
    await page.getByLabel(missions["sign-up"]["how-many"]).fill("1");
    await page.getByRole("button", { name: missions.entry.wish.next, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: missions.entry.check.title }).waitFor();
    await page.locator("main .actions button").first().click();
    return stateOf(page);
  }

  const stateOf = (page: Page) => page.locator("[data-entry]").getAttribute("data-entry");
});
