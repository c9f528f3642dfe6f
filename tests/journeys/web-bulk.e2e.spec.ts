import { jest } from "@jest/globals";
import type { Page, Route } from "playwright-core";
import { type Portal, startPortal } from "../faults/portal.ts";
import { openClient } from "../kit/client.ts";
import { admit, signIn as signInBeside } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "nl"],
  [390, "fr"],
];
const rejections = /\/api\/registrations\/[^/]+\/rejection$/;
const rows = (page: Page) => page.locator(".review-rows li");
const box = (page: Page, n: number) => rows(page).nth(n).locator("input[type=checkbox]");
const chosen = (page: Page) => page.locator(".review-rows input:checked").count();
const outcomes = (page: Page) =>
  page
    .locator("[data-outcome]")
    .evaluateAll((all) => all.map((one) => (one as unknown as { dataset: any }).dataset.outcome));
const atRest = (page: Page) => page.locator('[data-rests="true"]').waitFor();

withBrowser.each(runs)("many registrations at once, in a browser of %i px, in %s", (width, language) => {
  const { bulk, palette, partnerships, review, web } = textsOf(language);
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, width, language);
  const ids: string[] = [];
  const filled = (text: string, count: number, of = count) =>
    text.replace("{{count, number}}", String(count)).replace("{{of, number}}", String(of));

  async function reject(page: Page, reason: string) {
    await page.locator("#many-reject").click();
    await page.locator("#many-reject-field").fill(reason);
    await page.locator("form button[type=submit]").click();
  }
  const stateOf = async (id: string) =>
    (await (await signInBeside(play.stage.product, "an-officer")).get(`/api/registrations/${id}`)).body;

  it("I3: chooses by mouse, by reaching and by keys, or all there are, and lets go again", async () => {
    for (const name of ["Alpha", "Bravo", "Charlie", "Delta", "Echo"])
      ids.push((await register(play.stage.product, { name: `${name} Cluster` }, true)).id);
    const page = await signIn("Person of office", "/admin/review");
    await box(page, 0).click();
    await box(page, 2).click({ modifiers: ["Shift"] });
    expect(await chosen(page)).toBe(3);
    await page.getByText(filled(bulk.chosen_other, 3), { exact: true }).waitFor();
    await page.keyboard.press("Shift+ArrowDown");
    expect(await chosen(page)).toBe(4);
    await page.keyboard.press("Shift+ArrowUp");
    expect(await chosen(page)).toBe(3);
    await rows(page).nth(4).getByRole("link").focus();
    await page.keyboard.press("x");
    expect(await chosen(page)).toBe(4);
    expect(await faultsOf(page)).toEqual([]);
    const every = page.getByLabel(filled(bulk.all_other, 5));
    await every.click();
    await page.getByText(filled(bulk.chosen_other, 5), { exact: true }).waitFor();
    expect(await chosen(page)).toBe(5);
    await press(page, bulk.none);
    expect(await chosen(page)).toBe(0);
    await page.locator("#many-reject").waitFor({ state: "detached" });
  });

  it("I3: says of each what would be done or why not, and has written nothing until it is sent", async () => {
    await admit(play.stage.product, "second-office", "office", ["officer"], "another-officer");
    const page = await signIn("Person of office", "/admin/review");
    await box(page, 1).click();
    await page.locator("#many-hand-on").click();
    await page.locator("#many-hand-on-field").selectOption("another-officer");
    await page.locator("form button[type=submit]").click();
    await page.locator('[data-outcome="done"]').waitFor();
    await press(page, bulk["put-away"]);
    await page.getByLabel(filled(bulk.all_other, 5)).click();
    // By its name too, as all that can be done.
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: palette.title }).locator("input:focus").waitFor();
    await page.keyboard.type(bulk["hand-on"].do);
    await page.keyboard.press("Enter");
    await page.locator("form button[type=submit]").click();
    await page.locator("#many-hand-on-field:focus").waitFor();
    await page.getByText(review.owner["to-missing"]).waitFor();
    await page.locator("#many-hand-on-field").selectOption("another-officer");
    await page.getByText(filled(bulk.can_other, 4, 5)).waitFor();
    const no = page.locator('[data-can="false"]');
    const why = bulk.cannot.replace("{{why}}", partnerships.refusals["owner-already"]);
    expect(await no.allTextContents()).toEqual([expect.stringContaining("Bravo Cluster")]);
    await no.getByText(why).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, web.cancel);
    await page.locator("#many-hand-on:focus").waitFor();
    expect(await chosen(page)).toBe(5);
    const { rows: now } = (
      await (await signInBeside(play.stage.product, "an-officer")).get("/api/registrations?state=submitted")
    ).body as { rows: { owner: string }[] };
    expect(now.map(({ owner }) => owner).filter((owner) => owner === "another-officer")).toHaveLength(1);
  });

  it("I3: carries out one by one, with a refusal among them, shows it after a reload, and takes all back at once", async () => {
    const page = await signIn("Person of office", "/admin/review");
    for (const n of [0, 1, 2]) await box(page, n).click();
    const colleague = await signInBeside(play.stage.product, "another-officer");
    let sent = 0;
    // Between what the officer has seen and their own decision, a colleague decides.
    await page.route(rejections, async (route: Route) => {
      sent += 1;
      if (sent === 2) {
        const headers = { "if-match": `"${(await stateOf(ids[1]!)).version}"` };
        const path = `/api/registrations/${ids[1]}/acceptance`;
        expect((await colleague.send("POST", path, { headers })).status).toBe(200);
      }
      await route.continue();
    });
    await reject(page, "Double.");
    await atRest(page);
    expect(await outcomes(page)).toEqual(["done", "refused", "done"]);
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    await page.locator("[data-outcome]").first().waitFor();
    expect(await outcomes(page)).toEqual(["done", "refused", "done"]);
    expect(sent).toBe(3);
    await press(page, filled(bulk.undo.do_other, 2));
    await page.locator("#run-many:focus").waitFor();
    await page.locator('[data-undone="done"]').nth(1).waitFor();
    await atRest(page);
    expect(await faultsOf(page)).toEqual([]);
    const states = await Promise.all(ids.slice(0, 3).map(async (id) => (await stateOf(id)).state));
    expect(states).toEqual(["submitted", "accepted", "submitted"]);
    await press(page, bulk["put-away"]);
    await page.locator("#choose-all:focus").waitFor();
  });

  it("I3: stops where it is told to, and goes on with what is left", async () => {
    const page = await signIn("Person of office", "/admin/review");
    await page.getByLabel(filled(bulk.all_other, 4)).click();
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    let sent = 0;
    await page.route(rejections, async (route: Route) => {
      sent += 1;
      if (sent === 2) await held;
      await route.continue();
    });
    await reject(page, "Late.");
    await page.locator('[data-outcome="done"]').first().waitFor();
    await press(page, bulk.stop);
    letGo();
    await atRest(page);
    expect(await outcomes(page)).toEqual(["done", "done", "unsent", "unsent"]);
    await press(page, filled(bulk["go-on_other"], 2));
    await page.locator('[data-outcome="done"]').nth(3).waitFor();
    await atRest(page);
    expect(sent).toBe(4);
    await press(page, filled(bulk.undo.do_other, 4));
    await page.locator('[data-undone="done"]').nth(3).waitFor();
  });

  it("leaves nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });
});

withBrowser.each(runs)(
  "a portal that is killed under many, in a browser of %i px, in %s",
  (width, language) => {
    const { bulk } = textsOf(language);
    const play = openPlay();
    let portal: Portal;
    const ids: string[] = [];
    const beside = {
      get stage() {
        return { ...play.stage, url: portal.url };
      },
      openWindow: play.openWindow,
    };
    const { signIn } = visitorsOf(beside, width, language);

    beforeAll(async () => {
      for (const name of ["One", "Two", "Three", "Four", "Five"])
        ids.push((await register(play.stage.product, { name: `${name} Cluster` }, true)).id);
      const { broker, kernel } = play.stage.product;
      await broker.stop();
      portal = await startPortal("one process", { mongoUri: kernel.config.mongoUri });
    });
    afterAll(() => portal?.stop());

    it("I3: loses nothing and does nothing twice, where an answer is lost and the page is loaded anew", async () => {
      const page = await signIn("Person of office", "/admin/review");
      for (const n of [0, 1, 2, 3, 4]) await box(page, n).click();
      let [sent, isAway] = [0, false];
      await page.route(rejections, async (route: Route) => {
        sent += 1;
        if (sent === 3) {
          // It is decided, and nobody hears of it.
          expect((await route.fetch()).status()).toBe(200);
          portal.kill("portal");
          isAway = true;
        }
        return isAway ? route.abort() : route.continue();
      });
      await page.locator("#many-reject").click();
      await page.locator("#many-reject-field").fill("Double.");
      await page.locator("form button[type=submit]").click();
      await atRest(page);
      expect(await outcomes(page)).toEqual(["done", "done", "unanswered", "unsent", "unsent"]);
      await portal.ready();
      isAway = false;
      await page.reload();
      const again = bulk.again_other.replace("{{count, number}}", "3");
      await page.getByRole("button", { name: again }).waitFor();
      expect(await outcomes(page)).toEqual(["done", "done", "unanswered", "unsent", "unsent"]);
      expect(await faultsOf(page)).toEqual([]);
      await press(page, again);
      await page.locator('[data-outcome="done"]').nth(4).waitFor();
      await atRest(page);
      const officer = openClient(portal.url);
      await officer.send("POST", "/api/demo/session", { body: { person: "an-officer" } });
      for (const id of ids) {
        const { body } = await officer.get(`/api/registrations/${id}/timeline`);
        const events = (body as { rows: { event: string }[] }).rows.map(({ event }) => event);
        expect(events.filter((event) => event === "RegistrationRejected")).toHaveLength(1);
      }
      // The one whose answer was lost is taken back like the others.
      await press(page, bulk.undo.do_other.replace("{{count, number}}", "5"));
      await page.locator('[data-undone="done"]').nth(4).waitFor();
    });
  },
);
