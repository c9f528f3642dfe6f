import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { times } from "#services/gateway/live-listener.ts";
import { sessionsOf } from "#services/identity/sessions/sessions.ts";
import { aloneFromNow, faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "fr"],
  [390, "de"],
];

withBrowser.each(runs)("a session that ends while its reader types, at %i px, in %s", (width, language) => {
  const { web, identity } = textsOf(language);
  const ended = identity["session-ended"];
  /** So often the portal looks whether those who have a page open are still signed in. */
  beforeAll(() => Object.assign(times, { beat: 200 }));
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);

  const name = "Person of third-company";
  const typed = "colleague@third-company.example";
  const field = (page: Page) => page.getByLabel(identity.invitations.email);
  const title = (page: Page) => page.getByRole("heading", { name: ended.title });

  /** The page of their own organisation, with the address of a colleague typed and not sent. */
  async function typing(): Promise<Page> {
    const page = await open("/sign-in?back=/organisation/people");
    await press(page, name);
    await arrivesAt(page, "/organisation/people");
    await aloneFromNow(page);
    const live = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/live");
    await page.reload();
    await live;
    await field(page).fill(typed);
    return page;
  }

  const endAll = () =>
    sessionsOf(play.stage.product.kernel.mongo).updateMany({}, { $set: { endsAt: new Date(0) } });

  it("keeps what is typed, out of sight, until they are back, and the keyboard where it was", async () => {
    const page = await typing();
    await endAll();
    await title(page).waitFor();
    expect(await field(page).isVisible()).toBe(false);
    expect(await page.title()).toContain(ended.title);
    expect(await faultsOf(page)).toEqual([]);
    await press(page, ended.as.replace("{{name}}", name));
    await title(page).waitFor({ state: "detached" });
    expect(await field(page).inputValue()).toBe(typed);
    expect(await page.title()).not.toContain(ended.title);
    await page.locator("input[type=email]:focus").waitFor();
  });

  it("tells so at the step that was refused for it, which is taken once they are back", async () => {
    const page = await typing();
    // Nothing tells the page of it before the step does.
    await page.route("**/api/live?**", (route) => route.abort());
    await page.reload();
    await field(page).fill(typed);
    await endAll();
    // For so long the gateway may still know the session.
    await page.waitForTimeout(2_500);
    expect(await title(page).count()).toBe(0);
    await press(page, identity.invitations.send);
    await title(page).waitFor();
    await press(page, ended.as.replace("{{name}}", name));
    await title(page).waitFor({ state: "detached" });
    expect(await field(page).inputValue()).toBe(typed);
    await press(page, identity.invitations.send);
    await page.getByRole("status").filter({ hasText: typed }).waitFor();
  });

  it("goes on once they have signed in in another tab, and shows nothing of theirs to somebody else", async () => {
    const page = await typing();
    const another = async (person: string) => {
      await endAll();
      await title(page).waitFor();
      const [tab] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("link", { name: ended["other-way"] }).click(),
      ]);
      await press(tab, person);
      await arrivesAt(tab, "/organisation/people");
      await title(page).waitFor({ state: "detached" });
      await tab.close();
    };
    await another(name);
    expect(await field(page).inputValue()).toBe(typed);
    await another("Person of first-company");
    await page.getByRole("link", { name: "Person of first-company" }).waitFor();
    await page.getByText(name).waitFor({ state: "detached" });
    await field(page).waitFor();
    expect(await field(page).inputValue()).toBe("");
  });

  it("forgets it when they say so, and sends nobody else away", async () => {
    const page = await typing();
    await endAll();
    await title(page).waitFor();
    await press(page, ended.leave);
    await title(page).waitFor({ state: "detached" });
    await page.getByText(name).waitFor({ state: "detached" });
    await page.getByRole("link", { name: web["sign-in"].link }).first().waitFor();
  });

  it("leaves nothing in the console but refusals", () => {
    expect(complaints().filter((line) => !/401|ERR_FAILED/.test(line))).toEqual([]);
  });
});
