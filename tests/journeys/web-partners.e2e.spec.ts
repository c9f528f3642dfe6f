import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { publishPage } from "#services/partnerships/partnerships.testing.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "nl"],
  [390, "fr"],
];

const pages = [
  {
    name: "Porto Verde",
    country: "BR",
    ecosystems: ["renewable-energy"],
    language: "pt",
    summary: "Hidrogênio e vento.",
  },
  {
    name: "Ceará Digital",
    country: "BR",
    ecosystems: ["digital"],
    language: "en",
    summary: "Knowledge of data.",
  },
  {
    name: "Kitakyushu Green Port",
    country: "JP",
    ecosystems: ["digital", "renewable-energy"],
    language: "en",
    summary: "We acknowledge the wind.",
  },
  {
    name: "Lion City Labs",
    country: "SG",
    ecosystems: ["health"],
    language: "en",
    summary: "Clinics and knowledge.",
  },
];

withBrowser.each(runs)("the partners in a browser of %i px, in %s", (width, language) => {
  const { kernel, partners, web } = textsOf(language);
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);
  const named = (code: string) => new Intl.DisplayNames(language, { type: "region" }).of(code)!;
  const filled = (text: string, holes: object) =>
    text.replace(/\{\{(\w+)[^}]*\}\}/g, (_all, hole: string) =>
      String((holes as Record<string, unknown>)[hole]),
    );

  beforeAll(async () => {
    for (const page of pages) await publishPage(play.stage.product, page);
    for (let n = 0; n < 25; n++)
      await publishPage(play.stage.product, {
        ...pages[3]!,
        name: `Zone ${n}`,
        country: "FR",
        summary: "Textile.",
      });
    await play.stage.product.settled();
  }, 120_000);

  async function openList(query = ""): Promise<Page> {
    const page = await open(`/${language}/partners${query}`);
    await page.locator("#found").waitFor();
    if (width === 390) await page.locator("summary").click();
    await page.locator(".map-country").first().waitFor();
    return page;
  }
  const counts = (page: Page, count: number) =>
    page
      .getByText(filled(count === 1 ? partners.count_one : partners.count_other, { count }), { exact: true })
      .waitFor();
  const names = (page: Page) => page.locator(".partner-name").allTextContents();
  const choice = (page: Page, facet: keyof typeof partners.facets, name: string, count: number) =>
    page.getByRole("group", { name: partners.facets[facet], exact: true }).getByRole("checkbox", {
      name: filled(count === 1 ? partners["with-count_one"] : partners["with-count_other"], {
        name,
        count,
      }),
    });

  it("B6: are found by several countries at once, by ecosystem and by words, each choice an address to go back from", async () => {
    const page = await openList();
    await counts(page, 29);
    expect(await faultsOf(page)).toEqual([]);
    await choice(page, "country", named("BR"), 2).click();
    await arrivesAt(page, "/partners?country=BR");
    await counts(page, 2);
    // Of its own kind a further choice adds.
    await choice(page, "country", named("JP"), 1).click();
    await arrivesAt(page, "/partners?country=BR+JP");
    await counts(page, 3);
    await choice(
      page,
      "language",
      new Intl.DisplayNames(language, { type: "language" }).of("en")!,
      2,
    ).click();
    await counts(page, 2);
    await page.getByLabel(partners.words).fill("KNOWLEDGE");
    await page.getByLabel(partners.words).press("Enter");
    await counts(page, 1);
    expect(await names(page)).toEqual(["Ceará Digital"]);
    expect(await faultsOf(page)).toEqual([]);
    await page.goBack();
    await counts(page, 2);
    expect(await page.getByLabel(partners.words).inputValue()).toBe("");
    await page.goBack();
    await page.goBack();
    await arrivesAt(page, "/partners?country=BR");
    await counts(page, 2);
    expect(await choice(page, "country", named("BR"), 2).isChecked()).toBe(true);
    expect(await choice(page, "country", named("JP"), 1).isChecked()).toBe(false);
  });

  it("B6: are chosen on the map, with the keyboard too, and the list of countries says the same", async () => {
    const page = await openList();
    const onMap = (code: string) => page.locator(`.map-country[data-code="${code}"]`);
    await onMap("SG").click();
    await counts(page, 1);
    expect(await onMap("SG").getAttribute("aria-checked")).toBe("true");
    expect(await choice(page, "country", named("SG"), 1).isChecked()).toBe(true);
    // One stop for the Tab key, from which the arrows go round in the order of the names.
    expect(await page.locator('.map-country[tabindex="0"]').count()).toBe(1);
    await page.locator('.map-country[tabindex="0"]').focus();
    const sorted = ["BR", "JP", "SG", "FR"].map(named).sort(new Intl.Collator(language).compare);
    await page.keyboard.press("End");
    expect(await page.locator(".map-country:focus").getAttribute("aria-label")).toContain(sorted[3]);
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".map-country:focus").getAttribute("aria-label")).toContain(sorted[0]);
    await page.keyboard.press(" ");
    await arrivesAt(page, "/partners?country=SG+BR");
    await counts(page, 3);
    expect(await page.locator(".map-country:focus").getAttribute("aria-checked")).toBe("true");
    expect(await faultsOf(page)).toEqual([]);
  });

  it("B6: say which filter to leave where nothing is found, and let each and all be taken away", async () => {
    const page = await openList("?country=SG&ecosystem=digital&find=clinics");
    await page.getByText(partners.none).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page
      .getByRole("button", { name: /1 / })
      .filter({ hasText: partners.without_one.split("{{")[0]!.trim() })
      .first()
      .click();
    await counts(page, 1);
    await page.locator("#found:focus").waitFor();
    await press(page, filled(partners["take-away"], { filter: named("SG") }));
    await arrivesAt(page, "/partners?find=clinics");
    await press(
      page,
      filled(partners["take-away"], { filter: filled(partners.quoted, { words: "clinics" }) }),
    );
    await counts(page, 29);
    await page.goto(`${play.stage.url}/${language}/partners?country=JP&language=pt`);
    await press(page, partners["take-all-away"]);
    await counts(page, 29);
    expect(await page.locator(".chosen-filters").count()).toBe(0);
  });

  it("B6: go on without an end that is set, and follow what is published meanwhile", async () => {
    const page = await openList();
    expect(await names(page)).toHaveLength(20);
    await press(page, web.more);
    await page.locator(".partner-rows > li").nth(28).waitFor();
    expect(new Set(await names(page)).size).toBe(29);
    const id = await publishPage(play.stage.product, { ...pages[0]!, name: "A New One" });
    await page.getByText("A New One").waitFor();
    await counts(page, 30);
    const cluster = { kind: "link", registration: id } as const;
    const { partnerships } = await import("#services/partnerships/partnerships.contract.ts");
    await play.stage.product.as(cluster, partnerships.actions.takeDown, { id });
    await counts(page, 29);
  });

  it("B6: stay reachable by addresses of before, and say so of what is on no list", async () => {
    const page = await openList("?country=JP");
    expect(await names(page)).toEqual(["Kitakyushu Green Port"]);
    const ask = (query: string) =>
      fetch(`${play.stage.url}/api/partners?${query}`, { headers: { "accept-language": language } });
    expect(await (await ask("country=BR,JP&limit=1")).json()).toMatchObject({ total: 3 });
    const refused = await ask("country=BR,ZZ");
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      errors: [{ pointer: "/country/1", detail: kernel.errors.lists }],
    });
    await page.goto(`${play.stage.url}/${language}/partners?country=ZZ`);
    await page.getByRole("alert").waitFor();
    await press(page, filled(partners["take-away"], { filter: named("ZZ") }));
    await counts(page, 29);
  });

  it("B6: stand on the home page's map at the ends of the next missions", async () => {
    const page = await open(`/${language}`);
    await page.locator(".map-arc").first().waitFor();
    expect(await page.getByRole("img", { name: named("KR") }).count()).toBe(1);
    expect(await page.locator(".map-code").allTextContents()).toEqual(["BE", "JP", "KR"]);
    expect(await faultsOf(page)).toEqual([]);
  });

  it("leave nothing in the console", () => expect(complaints()).toEqual([]));
});
