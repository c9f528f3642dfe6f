import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const sizes: [Width, Language][] = [
  [1280, "en"],
  [390, "fr"],
];

withBrowser.each(sizes)("finding and doing by name in a browser of %i px, in %s", (width, language) => {
  const { palette, partnerships, queue, web } = textsOf(language);
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, width, language);
  let page: Page;
  const dialog = () => page.getByRole("dialog", { name: palette.title });
  const offer = (name: string) =>
    dialog().getByRole("option", { name }).or(dialog().getByRole("button", { name }));
  /** What is typed before the field has the focus goes to the page. */
  const isOpen = () => dialog().locator("input:focus").waitFor();

  it("I1: opens by a key also while somebody writes, and leads to a page or a record by a part of its name", async () => {
    await register(play.stage.product, { name: "Häfen am Ring" }, true);
    page = await signIn("Person of office", "/admin");
    await page.locator(".queue-rows li").first().waitFor();
    await page.keyboard.press("Control+k");
    await isOpen();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.type("hafen ring");
    await offer("Häfen am Ring").waitFor();
    expect(await dialog().getByText(palette.nothing).isVisible()).toBe(false);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Häfen am Ring" }).waitFor();
    await page.keyboard.press("Control+k");
    await isOpen();
    await page.keyboard.type(web.nav.missions.slice(0, 5));
    await offer(web.nav.missions).waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  it("I1: has what the portal finds selected as soon as it is there, so that Enter opens it", async () => {
    await register(play.stage.product, { name: "Mar Verde" }, "published");
    await page.keyboard.press("Control+k");
    await isOpen();
    await page.keyboard.type("mar verde");
    await offer("Mar Verde").and(dialog().locator("[data-selected]")).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    await page.getByRole("heading", { name: "Mar Verde" }).waitFor();
    expect(page.url()).toContain("/admin/review/");
    await page.goBack();
    await page.getByRole("heading", { name: "Häfen am Ring" }).waitFor();
  });

  it("I1: does to what is open what its page could do, and says of all else why not", async () => {
    await page.getByRole("button", { name: palette.open }).click();
    await isOpen();
    await page.keyboard.type(partnerships.steps["undo-decision"]);
    await dialog().getByText(palette["undo-nothing"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await dialog().getByText(palette["undo-nothing"]).waitFor();
    for (let n = 0; n < partnerships.steps["undo-decision"].length; n++)
      await page.keyboard.press("Backspace");
    await page.keyboard.type(partnerships.steps.accept);
    await offer(partnerships.steps.accept).first().waitFor();
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    await page.getByText(queue.done.replace("{{name}}", "Häfen am Ring")).waitFor();
    await page.locator("#undo-last").waitFor();
  });

  it("I1: leads to a company, which its people are at", async () => {
    await page.keyboard.press("Control+k");
    await isOpen();
    await page.keyboard.type("third-company");
    await offer("Organisation third-company").waitFor();
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    await arrivesAt(page, "/admin/organisations/third-company/people");
    await page.goBack();
  });

  it("says so when nothing is called that", async () => {
    await page.keyboard.press("Control+k");
    await isOpen();
    await page.keyboard.type("xyzzy");
    await dialog().getByText(palette.nothing).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await arrivesAt(page, "/admin");
  });

  it("gives the keyboard back where it was to whoever chooses nothing", async () => {
    const place = page.getByRole("link", { name: queue.officers.title });
    await place.focus();
    await page.keyboard.press("Control+k");
    await isOpen();
    await page.keyboard.press("Escape");
    await place.and(page.locator(":focus")).waitFor();
  });

  it("leaves nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });
});
