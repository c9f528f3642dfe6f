import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { missions as contract } from "#services/missions/missions.contract.ts";
import { member } from "#services/missions/missions.testing.ts";
import { admit } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const sizes: [Width, Language][] = [
  [1280, "nl"],
  [390, "fr"],
];

withBrowser.each(sizes)("seats in a browser of %i px, in %s", (width, language) => {
  const { missions, web } = textsOf(language);
  const { entry, "sign-up": signUp } = missions;
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, width, language);
  const path = () => `/${language}/missions/${play.stage.mission}`;
  const timeLeft = async (page: Page) => {
    const [minutes, seconds] = (await page.locator(".time-left").textContent())!.split(":").map(Number);
    return minutes! * 60 + seconds!;
  };
  const place = (n: number) => entry.check.place.replace("{{place, number}}", String(n));

  it("C9: signs up in steps that each have an address, with seats held through a reload, and longer by one click", async () => {
    const page = await signIn("Person of first-company", `${path()}/sign-up`);
    await page.getByLabel(signUp["how-many"]).fill("4");
    await page.getByLabel(entry.wish.least).fill("7");
    await press(page, entry.wish.next);
    await page.locator(".error-summary:focus").getByRole("link", { name: entry.wish.least }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe("wish-least");
    expect(await page.title()).toMatch(new RegExp(`^${web.errors["in-title"]}`));
    expect(await faultsOf(page)).toEqual([]);

    await page.getByLabel(entry.wish.least).fill("1");
    await page.getByText(entry.wish.partly.replace("{{free, number}}", "1")).waitFor();
    await press(page, entry.wish.next);
    await arrivesAt(page, `${path()}/sign-up/check?seats=4&least=1&held=true`);
    await page.locator(".time-left").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await page.locator(".time-left").waitFor();
    expect(await timeLeft(page)).toBeLessThan(20 * 60);
    await page.goBack();
    await arrivesAt(page, `${path()}/sign-up`);
    await page.getByLabel(entry.wish.least).waitFor();
    expect(await page.getByLabel(signUp["how-many"]).inputValue()).toBe("4");
    await page.goForward();
    await press(page, entry.check.extend);
    await page.getByRole("button", { name: entry.check.extend }).waitFor({ state: "detached" });
    expect(await timeLeft(page)).toBeGreaterThan(35 * 60);

    const office = await signIn("Person of office", `/admin/missions/${play.stage.mission}/seats`);
    await office.locator('[data-hold="first-company"] .time-left').waitFor();
    expect(await office.locator(".seats-large .seat.held").count()).toBe(1);
    expect(await faultsOf(office)).toEqual([]);

    await press(page, entry.check.confirm);
    await arrivesAt(page, `${path()}/sign-up/done`);
    await page.locator('[data-entry="confirmed"]').waitFor();
    await page.locator("#own-entry").getByText(entry.partly.split("{{seats}}")[0]!.trim()).waitFor();
    await office.locator('[data-hold="first-company"]').waitFor({ state: "detached" });
  });

  it("C9: says aloud that five minutes are left, and what there is when the time is over", async () => {
    const { product, mission } = play.stage;
    const { withdraw } = contract.actions;
    await product.as(member("first-company"), withdraw, { mission, company: "first-company" });
    await product.settled();
    const page = await signIn("Person of first-company", `${path()}/sign-up`);
    await page.clock.install();
    // The server's clock goes along with the page's, whenever the page asks again.
    let passed = 0;
    await page.route("**/holds/first-company", async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      const now = new Date(Date.parse(body.now) + passed).toISOString();
      await route.fulfill({ response, json: { ...body, ...(body.now && { now }) } });
    });
    const forward = async (time: string, ms: number) => {
      passed += ms;
      await page.clock.fastForward(time);
    };
    await page.getByLabel(signUp["how-many"]).fill("1");
    await press(page, entry.wish.next);
    await page.locator(".time-left").waitFor();
    expect(await page.getByText(entry.check.five).count()).toBe(0);
    await forward("15:02", 902_000);
    await page.locator("[aria-live]").getByText(entry.check.five).waitFor();
    await forward("04:00", 240_000);
    await page.locator("[aria-live]").getByText(entry.check.one).waitFor();

    await product.as(member("first-company"), withdraw, { mission, company: "first-company" });
    // The page may be asking just now: what is on its way is answered first.
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await page.getByText(entry.check.over).waitFor();
    await page.getByText(signUp["will-fit"].replace("{{free, number}}", "1")).waitFor();
    await press(page, entry.check.confirm);
    await page.locator('[data-entry="confirmed"]').waitFor();
  });

  it("C10: tells who waits why, lets the office move one with a reason, and those overtaken see it", async () => {
    const { product, mission } = play.stage;
    for (const company of ["fourth-company", "fifth-company"]) {
      await admit(product, company, "company", ["member"]);
      const asked = { mission, company, seats: 2 };
      await product.as(member(company), contract.actions.claim, asked);
    }
    const last = await signIn("Person of second-company", `${path()}/sign-up`);
    await last.getByLabel(signUp["how-many"]).fill("3");
    await last.getByLabel(entry.wish.least).fill("1");
    await press(last, entry.wish.next);
    await last.getByText(place(3)).waitFor();
    expect(await faultsOf(last)).toEqual([]);
    await press(last, signUp["claim-wait"]);
    await last.locator('[data-entry="waiting"]').waitFor();

    const overtaken = await signIn("Person of fifth-company", path());
    const why = entry.why.now.replace("{{free, number}}", "0").split("{{least}}")[0]!.trim();
    await overtaken.getByText(why).waitFor();
    const office = await signIn("Person of office", `/admin/missions/${mission}/seats`);
    const row = office.locator('[data-waits="second-company"]');
    await row.getByRole("button", { name: entry.office.up }).click();
    await press(office, entry.office.move);
    await office.getByText(entry.office["reason-needed"]).waitFor();
    expect(await faultsOf(office)).toEqual([]);
    await office.getByLabel(entry.office.place).fill("1");
    await office.getByLabel(entry.office.reason).fill("They bring the interpreter.");
    await press(office, entry.office.move);
    await office.locator("#waiting-list:focus").waitFor();
    await office.locator('.waiting-list > li:first-child[data-waits="second-company"]').waitFor();
    await overtaken.getByText("They bring the interpreter.").waitFor();
    expect(await faultsOf(overtaken)).toEqual([]);
  });

  it("C5: changes how many seats there are; what comes free goes down the list, and who is passed over reads so", async () => {
    const third = await signIn("Person of third-company", path());
    await third.getByRole("button", { name: entry.change.ask }).click();
    await third.getByLabel(signUp["how-many"]).fill("10");
    expect(await faultsOf(third)).toEqual([]);
    await press(third, entry.change.save);
    await third.locator("#own-entry:focus").waitFor();
    const fifth = await signIn("Person of fifth-company", path());
    await fifth.locator('[data-entry="waiting"]').waitFor();

    await third.getByRole("button", { name: entry.change.ask }).click();
    await third.getByLabel(signUp["how-many"]).fill("11");
    await press(third, entry.change.save);
    const refused = missions.refusals["too-few-free"].replace("{{free}}", "0");
    await third.getByText(refused).waitFor();
    const { product, mission } = play.stage;
    const late = { mission, company: "sixth-company", seats: 1 };
    await admit(product, "sixth-company", "company", ["member"]);
    await product.as(member("sixth-company"), contract.actions.claim, late);
    await third.getByLabel(signUp["how-many"]).fill("9");
    await press(third, entry.change.save);
    await fifth.locator('[data-skipped="1"]').waitFor();
    expect(await faultsOf(fifth)).toEqual([]);
  });

  it("leaves nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });
});
