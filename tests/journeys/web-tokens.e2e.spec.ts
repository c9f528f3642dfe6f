import { jest } from "@jest/globals";
import { tokenForm } from "#shared/access/secrets.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("tokens and who may, in a browser of %i px, in %s", (width, language) => {
  const { access: rules, identity, kernel } = textsOf(language);
  const { tokens: words, access } = identity;
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, width, language);
  const program = "Nightly export";

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
    await page.locator("ul:focus strong", { hasText: program }).waitFor();
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
    await page.getByLabel(access.organisation).waitFor();
    await press(page, access.ask);
    await page.getByText(access["organisation-missing"]).waitFor();
    await page.getByText(access["what-missing"]).waitFor();
    await page.getByLabel(access.organisation).and(page.locator(":focus")).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(access.organisation).selectOption({ label: "Organisation first-company" });
    await press(page, access.ask);
    await page.getByText(access["person-missing"]).waitFor();
    await page.getByLabel(access.person, { exact: true }).selectOption({ label: "Person of first-company" });
    const what = page.getByLabel(access.what);
    await what.selectOption({ label: rules.policies["decide-on-registrations"] });
    await press(page, access.ask);
    await page.getByText(access.verdicts["not-allowed"]).waitFor();
    const answer = page.locator(".facts");
    for (const text of [kernel.parties.officer, kernel.parties.admin, "decide-on-registrations"])
      expect(await answer.textContent()).toContain(text);
    expect(await faultsOf(page)).toEqual([]);

    await what.selectOption({ label: rules.policies["sign-up-own-company"] });
    await press(page, access.ask);
    await page.getByText(access.verdicts.yes).waitFor();
    const company = page.getByLabel(access.records["own-company"]);
    await company.selectOption({ label: "Organisation second-company" });
    await press(page, access.ask);
    await page.getByText(access.verdicts["not-found"]).waitFor();
    // What was asked stands in the address.
    await page.reload();
    await page.getByText(access.verdicts["not-found"]).waitFor();
    const asked = `${play.stage.url}/admin/access?action=missions.claim`;
    await page.goto(`${asked}&person=person-first-company`);
    await page.getByText(access.verdicts.yes).waitFor();
    expect(await page.getByLabel(access.organisation).inputValue()).toBe("first-company");
    await page.goto(`${asked}&person=nobody-like-it`);
    await page.getByText(identity.refusals["unknown-person"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("went without a complaint of the browser", () => {
    expect(complaints()).toEqual([]);
  });
});
