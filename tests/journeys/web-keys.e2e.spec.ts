import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const sizes: [Width, Language][] = [
  [1280, "fr"],
  [390, "de"],
];

withBrowser.each(sizes)("the office by its keys, in a browser of %i px, in %s", (width, language) => {
  const { identity, keys, review } = textsOf(language);
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, width, language);
  let page: Page;
  const sheet = () => page.getByRole("dialog", { name: keys.title });

  it("names every key on a sheet, and only pages that the reader may see", async () => {
    page = await signIn("Person of office", "/admin/review");
    await page.getByRole("heading", { name: review.title }).waitFor();
    await page.keyboard.press("?");
    await sheet().waitFor();
    const named = await sheet().locator("kbd").allTextContents();
    expect(named).toEqual(expect.arrayContaining(["?", "/", "j", "u", "q", "r", "m"]));
    expect(await sheet().getByText(identity.people.nav, { exact: true }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("?");
    await sheet().waitFor({ state: "hidden" });
  });

  it("goes to a page by g and its letter, which then does nothing else", async () => {
    await register(play.stage.product, { name: "First Cluster" }, true);
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await arrivesAt(page, "/admin");
    await page.locator(".queue-rows li").first().waitFor();
    await page.keyboard.press("j");
    await page.locator("#open-ask-changes").waitFor();
    await page.keyboard.press("?");
    await sheet().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await arrivesAt(page, "/admin/review");
    expect(await sheet().count()).toBe(0);
    await page.getByRole("heading", { name: review.title }).waitFor();
  });

  it("keeps to itself while somebody writes, and when it is switched off", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await arrivesAt(page, "/admin/organisations");
    const field = page.locator('main input[type="search"]');
    await field.waitFor();
    await page.keyboard.press("/");
    await page.locator('main input[type="search"]:focus').waitFor();
    await page.keyboard.type("g?r");
    expect(await field.inputValue()).toBe("g?r");
    expect(await sheet().count()).toBe(0);
    await field.evaluate((input: any) => input.blur());
    await page.keyboard.press("?");
    await sheet().getByRole("button", { name: keys.off }).click();
    await sheet().getByText(keys["off-now"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, keys.close);
    await page.keyboard.press("?");
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    expect(await sheet().count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/admin/organisations");
  });

  it("went without a complaint of the browser", () => {
    expect(complaints()).toEqual([]);
  });
});
