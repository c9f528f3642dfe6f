import { readFileSync } from "node:fs";
import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { savedViewsOf } from "#services/identity/saved-views/saved-views.ts";
import { admit } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("lists in a browser of %i px, in %s", (width, language) => {
  const { identity, review } = textsOf(language);
  const { lists } = identity;
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, width, language);

  const unfold = (page: Page) => page.locator(".list-tools summary").click();

  async function save(page: Page, name: string) {
    await unfold(page);
    await press(page, `${lists.views.save}`);
    await page.getByLabel(lists.views.name).fill(name);
    await page.getByLabel(lists.views.name).press("Enter");
    await page.locator(".saved-views").getByRole("link", { name, exact: true }).waitFor();
  }
  const view = (page: Page, name: string) =>
    page.locator(".saved-views").getByRole("link", { name, exact: true });
  const step = (page: Page, words: string, name: string) => press(page, `${words} ${name}`);

  it("I4: takes a list along as it is seen, as CSV and for Excel", async () => {
    await register(play.stage.product, { name: "Ports & Docks" }, true);
    const page = await signIn("Person of office", "/admin/review");
    await page.getByText("Ports & Docks").waitFor();
    await unfold(page);
    expect(await faultsOf(page)).toEqual([]);
    const [csv] = await Promise.all([page.waitForEvent("download"), press(page, lists.file.csv)]);
    expect(csv.suggestedFilename()).toMatch(/^(registrations|registraties)-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await csv.path(), "utf8");
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text).toContain("Ports & Docks");
    await page.getByText(csv.suggestedFilename()).waitFor();
    const [xlsx] = await Promise.all([page.waitForEvent("download"), press(page, lists.file.xlsx)]);
    expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(
      readFileSync(await xlsx.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    expect(await faultsOf(page)).toEqual([]);
  });

  it("I6: keeps filters under a name, shares them with the office, and opens a list with them", async () => {
    await admit(play.stage.product, "second-office", "office", ["officer"], "another-officer");
    const page = await signIn("Person of office", "/admin/review?state=accepted");
    await page.getByText(review.none.accepted).waitFor();
    await save(page, "Waits for clusters");
    expect(await view(page, "Waits for clusters").getAttribute("aria-current")).toBe("page");
    await step(page, lists.views.share, "Waits for clusters");
    await step(page, lists.views["make-first"], "Waits for clusters");
    await page.getByText(lists.views["is-first"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${play.stage.url}/admin/review`);
    await arrivesAt(page, "/admin/review?state=accepted");
    await page.locator(".review-states").getByRole("link").first().click();
    await arrivesAt(page, "/admin/review?state=submitted");
    await view(page, "Waits for clusters").click();
    await arrivesAt(page, "/admin/review?state=accepted");

    const colleague = await signIn("Person of second-office", "/admin/review");
    await colleague.getByText(lists.views.by.replace("{{name}}", "Person of office")).waitFor();
    await view(colleague, "Waits for clusters").click();
    await arrivesAt(colleague, "/admin/review?state=accepted");
    await unfold(colleague);
    await press(colleague, `${lists.views["make-first"]} Waits for clusters`);
    await colleague.getByText(lists.views["is-first"]).waitFor();
    expect(await colleague.getByRole("button", { name: lists.views.remove }).count()).toBe(0);
    expect(await faultsOf(colleague)).toEqual([]);
  });

  it("I6: says what is gone from a view whose filter there is no more, and is renamed and removed", async () => {
    const { mongo } = play.stage.product.kernel;
    const search = "state=rejected&colour=blue";
    await savedViewsOf(mongo).updateOne({ _id: "an-officer" }, { $set: { "views.0.search": search } });
    const page = await signIn("Person of office", "/admin/review?state=rejected");
    const [before = ""] = lists.views.gone.split("{{name}}");
    await page.getByText(`${before}Waits for clusters`).waitFor();
    await page.getByText("colour").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await view(page, "Waits for clusters").click();
    await arrivesAt(page, "/admin/review?state=rejected");
    await unfold(page);
    await step(page, lists.views.rename, "Waits for clusters");
    await page.getByLabel(lists.views.name).fill("Rejected");
    await page.getByLabel(lists.views.name).press("Enter");
    await view(page, "Rejected").waitFor();
    await step(page, lists.views.remove, "Rejected");
    await page.locator(".saved-views").waitFor({ state: "detached" });
  });

  it("leaves nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });
});
