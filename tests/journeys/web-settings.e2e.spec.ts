import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { images } from "#services/settings/settings.testing.ts";
import { admit } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("the settings, in a browser of %i px, in %s", (width, language) => {
  const { sending, settings, web } = textsOf(language);
  const { page: words, fields, errors, refusals } = settings;
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);

  beforeAll(() => admit(play.stage.product, "the-board", "office", ["admin"], "an-admin"));

  async function openAs(organisation: string): Promise<Page> {
    const page = await open("/sign-in?back=/admin/settings");
    await page.getByRole("button", { name: `Person of ${organisation}` }).click();
    await page.getByRole("heading", { name: words.title, level: 1 }).waitFor();
    return page;
  }

  const part = (page: Page, name: string) => page.getByRole("form", { name });
  const save = (page: Page, name: string) =>
    part(page, name).getByRole("button", { name: words.save, exact: true }).click();
  const isSaved = (page: Page, name: string) =>
    part(page, name).getByText(words.saved, { exact: true }).waitFor();

  it("changes the name on pages that stand open, without loading them anew", async () => {
    const visitor = await open(`/${language}/missions`);
    await visitor.getByRole("link", { name: "Causeway" }).waitFor();
    await visitor.evaluate("window.stays = true");
    const admin = await openAs("the-board");
    expect(await faultsOf(admin)).toEqual([]);
    await part(admin, words.name).getByLabel(fields.shortName).fill("Getij");
    await admin.getByText(words.unsaved_one.replace("{{count, number}}", "1")).waitFor();
    await save(admin, words.name);
    await isSaved(admin, words.name);
    await visitor.getByRole("link", { name: "Getij", exact: true }).waitFor();
    expect(await visitor.title()).toContain(" · Getij");
    expect(await visitor.evaluate("window.stays")).toBe(true);
    const document = await visitor.request.get(`${play.stage.url}/${language}`);
    expect(await document.text()).toContain(" · Getij</title>");
    // What is saved stands in its field, and nobody is asked about it.
    await admin.getByRole("button", { name: web["sign-in"].leave, exact: true }).click();
    await admin.getByRole("link", { name: web["sign-in"].link, exact: true }).first().waitFor();
  });

  it("shows a logo that was taken, says why one is not, and how the office is reached", async () => {
    const admin = await openAs("the-board");
    const file = admin.getByLabel(words["choose-logo"]);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: svg });
    await admin.getByText(refusals["logo-svg"]).waitFor();
    const buffer = Buffer.from(images.png, "base64");
    await file.setInputFiles({ name: "logo.svg", mimeType: "image/png", buffer });
    await admin.getByRole("img", { name: words["logo-preview"] }).waitFor();
    await save(admin, words.name);
    await isSaved(admin, words.name);
    await part(admin, words.contact).getByLabel(fields.email).fill("no address");
    await save(admin, words.contact);
    await admin.getByText(errors.email).waitFor();
    await part(admin, words.contact).getByLabel(fields.email).fill("office@cluster.example");
    await admin.getByText(errors.email).waitFor({ state: "detached" });
    await save(admin, words.contact);
    await isSaved(admin, words.contact);
    expect(await faultsOf(admin)).toEqual([]);

    const visitor = await open(`/${language}`);
    const logo = visitor.getByRole("banner").getByRole("img");
    await logo.waitFor();
    const response = await visitor.request.get(play.stage.url + (await logo.getAttribute("src"))!);
    expect(response.headers()).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    expect(await response.body()).toEqual(buffer);
    await visitor.getByRole("contentinfo").getByRole("link", { name: "office@cluster.example" }).waitFor();
    expect(await faultsOf(visitor)).toEqual([]);
  });

  it("I7: shows what another admin wrote in the same field, merges the rest, and keeps what is chosen", async () => {
    const [one, other] = [await openAs("the-board"), await openAs("the-board")];
    const telephone = (page: Page) => part(page, words.contact).getByLabel(fields.telephone);
    await telephone(one).fill("+32 59 11 11 11");
    await telephone(other).fill("+32 59 22 22 22");
    await part(other, words.contact).getByLabel(fields.website).fill("https://cluster.example");
    await save(one, words.contact);
    await isSaved(one, words.contact);
    await save(other, words.contact);
    await other.getByRole("alert").getByText("+32 59 11 11 11").waitFor();
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole("button", { name: sending.clash["take-theirs"] }).click();
    expect(await telephone(other).inputValue()).toBe("+32 59 11 11 11");
    await save(other, words.contact);
    await isSaved(other, words.contact);
    await one.getByLabel(fields.website).and(one.locator("[value='https://cluster.example']")).waitFor();
  });

  it("shows a closing day within the page, and both hours level", async () => {
    const admin = await openAs("the-board");
    await admin.getByRole("button", { name: words["add-day"] }).click();
    await admin.getByLabel(words.day, { exact: true }).fill("2026-12-24");
    expect(await faultsOf(admin)).toEqual([]);
    const topOf = async (name: string) => (await admin.getByLabel(name).boundingBox())!.y;
    if (width === 1280) expect(await topOf(fields.closesAt)).toBe(await topOf(fields.opensAt));
  });

  it("lets an officer read and not change", async () => {
    const officer = await openAs("office");
    expect(await officer.getByLabel(fields.shortName).isDisabled()).toBe(true);
    expect(await officer.getByRole("button", { name: words.save, exact: true }).count()).toBe(0);
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("leads from a language that is no longer offered to the default, also on a page that stands open", async () => {
    const visitor = await open("/en/missions");
    await visitor.getByRole("heading", { level: 1 }).waitFor();
    const admin = await openAs("the-board");
    const choice = (tag: string) =>
      part(admin, words.languages).getByLabel(new Intl.DisplayNames(language, { type: "language" }).of(tag)!);
    await part(admin, words.languages).getByLabel(fields.defaultLanguage).selectOption("nl");
    await save(admin, words.languages);
    await isSaved(admin, words.languages);
    await choice("nl").uncheck();
    await save(admin, words.languages);
    await admin.getByText(refusals["default-not-offered"]).waitFor();
    await choice("nl").check();
    await choice("en").uncheck();
    await save(admin, words.languages);
    await isSaved(admin, words.languages);
    await arrivesAt(visitor, "/nl/missions");
    const late = await open("/en/partners?country=JP");
    await arrivesAt(late, "/nl/partners?country=JP");
    expect(await late.getByRole("link", { name: "English" }).count()).toBe(0);
  });

  it("went without a complaint of the browser", () => {
    expect(complaints()).toEqual([]);
  });
});
