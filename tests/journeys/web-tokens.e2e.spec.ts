import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { tokenForm } from "#shared/access/secrets.ts";
import { faultsOf, type Language, type Width, type Window } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("tokens and who may, in a browser of %i px, in %s", (width, language) => {
  const { identity, kernel } = textsOf(language);
  const { tokens: words, access } = identity;
  const play = openPlay();
  const windows: Window[] = [];
  const program = "Nightly export";

  async function signIn(person: string, back: string): Promise<Page> {
    const window = await play.openWindow(width, language);
    windows.push(window);
    const { page } = window;
    await page.goto(`${play.stage.url}/sign-in?back=${encodeURIComponent(back)}`);
    await page.getByRole("button", { name: person }).click();
    await page.waitForURL(`**${back}`);
    return page;
  }

  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const ask = (bearer: string) =>
    fetch(`${play.stage.url}/api/session`, { headers: { authorization: `Bearer ${bearer}` } });
  let bearer = "";

  it("K1: somebody makes a token for a program, sees it once, and takes it back", async () => {
    const page = await signIn("Person of first-company", "/account");
    await page.getByText(words.none).waitFor();
    await press(page, words.new);
    await page.getByLabel(words.name, { exact: true }).and(page.locator(":focus")).waitFor();
    await press(page, words.make);
    await page.getByText(words["name-missing"]).waitFor();
    await page.getByText(words["scope-missing"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(words.name, { exact: true }).fill(program);
    expect(await page.getByLabel(words.services.settings).count()).toBe(0);
    await page.getByLabel(words.services.missions).selectOption("read");
    await press(page, words.make);
    await page.getByRole("heading", { name: words["copy-now"] }).and(page.locator(":focus")).waitFor();
    bearer = await page.getByLabel(words.token, { exact: true }).inputValue();
    expect(bearer).toMatch(tokenForm);
    expect(await faultsOf(page)).toEqual([]);

    const { person } = (await (await ask(bearer)).json()) as any;
    expect(person).toMatchObject({ person: "person-first-company", organisation: "first-company" });
    await press(page, words.kept);
    await page.locator("strong", { hasText: program }).waitFor();
    expect(await page.content()).not.toContain(bearer.slice(-43));
    await page.reload();
    await page.getByText(`${words.services.missions}: ${words.levels.read}`).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: `${words.revoke} ${program}` }).click();
    await page.getByText(words.consequence.replace("{{name}}", program)).waitFor();
    await press(page, words.yes);
    await page.getByText(words.none).waitFor();
    expect((await ask(bearer)).status).toBe(401);
  });

  it("K9: an officer asks why somebody may not, of which record, and who can give them the right", async () => {
    const page = await signIn("Person of office", "/admin/access");
    await press(page, access.ask);
    await page.getByText(access["person-missing"]).waitFor();
    await page.getByText(access["what-missing"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(identity.erasures.id, { exact: true }).fill("person-first-company");
    const what = page.getByLabel(access.what);
    await what.selectOption({ label: kernel.policies["decide-on-registrations"] });
    await press(page, access.ask);
    await page.getByText(access.verdicts["not-allowed"]).waitFor();
    const answer = page.locator(".facts");
    for (const text of [kernel.parties.officer, kernel.parties.admin, "decide-on-registrations"])
      expect(await answer.textContent()).toContain(text);
    expect(await faultsOf(page)).toEqual([]);

    await what.selectOption({ label: kernel.policies["sign-up-own-company"] });
    await press(page, access.ask);
    await page.getByText(access.verdicts.yes).waitFor();
    await page.getByLabel(access.records["own-company"]).fill("second-company");
    await press(page, access.ask);
    await page.getByText(access.verdicts["not-found"]).waitFor();
    // What was asked stands in the address.
    await page.reload();
    await page.getByText(access.verdicts["not-found"]).waitFor();
    await page.getByLabel(identity.erasures.id, { exact: true }).fill("nobody-like-it");
    await press(page, access.ask);
    await page.getByText(identity.refusals["unknown-person"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("went without a complaint of the browser", () => {
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
