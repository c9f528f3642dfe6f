import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { aloneFromNow } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { openSection, register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt } from "./web-visitors.ts";

jest.setTimeout(240_000);

withBrowser("what is typed and not saved", () => {
  const { partners, partnerships, web } = textsOf("nl");
  const play = openPlay();

  const fieldIn = (page: Page, field: keyof typeof partnerships.fields) =>
    page.getByLabel(partnerships.fields[field], { exact: true });
  const saving = (page: Page, state: string) => page.locator(`[data-saving="${state}"]`);

  const inSection = (page: Page, section: string) => openSection(page, play.stage.url, "nl", section);

  async function openForm(name: string, section = "organisation"): Promise<Page> {
    const { address } = await register(play.stage.product, { name }, false);
    const { page } = await play.openWindow(1280, "nl");
    await aloneFromNow(page);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto(play.stage.url + address("nl"));
    await inSection(page, section);
    return page;
  }

  it("A1: is counted where it was refused, stays through a reload, and is forgotten once it is saved", async () => {
    const page = await openForm("Refused Answers");
    const long = "x".repeat(230);
    await fieldIn(page, "name").fill(long);
    await fieldIn(page, "website").fill("cluster.example");
    await fieldIn(page, "website").blur();
    await saving(page, "open").waitFor();
    expect(await saving(page, "open").textContent()).toContain(
      web.form.open_other.replace("{{count, number}}", "2"),
    );

    await page.reload();
    await page.getByText(partnerships.errors.website).waitFor();
    expect(await fieldIn(page, "name").inputValue()).toBe(long);
    // From part to part it stays as it was typed, and the overview tells where to look.
    await page.getByRole("link", { name: partnerships.overview.to, exact: true }).click();
    await page.locator('[data-section="organisation"][data-progress="wrong"]').waitFor();
    await page.getByRole("link", { name: partnerships.sections.organisation, exact: true }).click();
    expect(await fieldIn(page, "name").inputValue()).toBe(long);
    await fieldIn(page, "name").fill("Short");
    await fieldIn(page, "website").fill("https://cluster.example");
    await fieldIn(page, "website").blur();
    await saving(page, "saved").waitFor();
    expect(await page.evaluate("Object.keys(sessionStorage).join()")).not.toContain("causeway.typed");
  });

  it("A1: is saved by itself soon after typing stops, and half an address is not called wrong meanwhile", async () => {
    const page = await openForm("Typing On", "contact");
    await fieldIn(page, "contactEmail").fill("foo@bar");
    await saving(page, "open").waitFor();
    expect(await page.getByText(partnerships.errors.contactEmail).count()).toBe(0);
    await fieldIn(page, "contactEmail").fill("foo@bar.example");
    await saving(page, "saved").waitFor();
    await fieldIn(page, "contactEmail").fill("foo@bar");
    await fieldIn(page, "contactEmail").blur();
    await page.getByText(partnerships.errors.contactEmail).waitFor();
  });

  it("A1: keeps a number as it is written in the reader's language", async () => {
    const page = await openForm("Two And A Half", "team");
    expect(await fieldIn(page, "teamHundredths").inputValue()).toBe("2,5");
    await fieldIn(page, "teamHundredths").fill("3.25");
    await saving(page, "saved").waitFor();
    expect(await fieldIn(page, "teamHundredths").inputValue()).toBe("3,25");
    await page.reload();
    expect(await fieldIn(page, "teamHundredths").inputValue()).toBe("3,25");
  });

  it("A1: closes in every tab once it is sent in one", async () => {
    const page = await openForm("Two Tabs");
    await page.goto(`${play.stage.url}/nl/register/form/check`);
    const { page: other } = await play.openWindow(1280, "nl");
    await aloneFromNow(other);
    const link = await page.evaluate<string>("sessionStorage.getItem('causeway.registration')");
    await other.goto(`${play.stage.url}/nl/register#${link}`);
    await inSection(other, "organisation");
    await page.getByRole("button", { name: web.form.send, exact: true }).click();
    await arrivesAt(page, "/register/status");
    await other.getByText(web.form.closed).waitFor();
  });

  it("A1: survives a portal that is away, and is saved when it is back, with one word about the connection", async () => {
    const page = await openForm("Away For A While");
    await page.route("**/api/**", (route) => route.abort());
    await fieldIn(page, "name").fill("Typed Without Portal");
    await saving(page, "failed").waitFor();
    await page.locator(".connection").waitFor();
    expect(await page.locator(".stale-note, .connection").count()).toBe(2);
    // Whoever goes on stays where it is said that nothing of it is saved.
    const goOn = page.getByRole("button", { name: partnerships.overview["go-on"], exact: true });
    await goOn.click();
    await goOn.and(page.locator("[data-loading]")).waitFor({ state: "detached" });
    await arrivesAt(page, "/register/form/organisation");
    await saving(page, "failed").waitFor();
    await page.unroute("**/api/**");
    await saving(page, "saved").waitFor();
    await page.locator(".connection").waitFor({ state: "detached" });
    await page.reload();
    await fieldIn(page, "name").waitFor();
    expect(await fieldIn(page, "name").inputValue()).toBe("Typed Without Portal");
  });

  it("A1: is saved before a link is followed, and asked about when that cannot be", async () => {
    const page = await openForm("Left At Once");
    await fieldIn(page, "name").fill("Saved In Leaving");
    await page.getByRole("link", { name: web.nav.missions, exact: true }).click();
    await arrivesAt(page, "/missions");
    await page.goBack();
    expect(await fieldIn(page, "name").inputValue()).toBe("Saved In Leaving");
    const asked = page.waitForEvent("dialog");
    await fieldIn(page, "website").fill("nowhere");
    await page.getByRole("link", { name: web.nav.partners, exact: true }).click();
    expect((await asked).message()).toBe(web.form.leave_one.replace("{{count, number}}", "1"));
    await arrivesAt(page, "/partners");
  });

  it("A1: offers no country twice", async () => {
    const { page } = await play.openWindow(1280, "nl");
    await page.goto(`${play.stage.url}/nl/register`);
    await page.locator("option[value=DE]").waitFor({ state: "attached" });
    const names = await page.locator("#start-country option").allTextContents();
    expect(names.filter((name) => name === "Duitsland")).toHaveLength(1);
  });

  it("shows what changed between a page's first answers and its first live connection", async () => {
    const { page } = await play.openWindow(1280, "nl");
    await aloneFromNow(page);
    let letGo = () => {};
    const held = new Promise<void>((done) => {
      letGo = done;
    });
    await page.route("**/api/live*", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${play.stage.url}/nl/partners`);
    await page.getByText(partners.count_zero).waitFor();
    await register(play.stage.product, { name: "Published Meanwhile" }, "published");
    letGo();
    await page.getByText("Published Meanwhile").waitFor();
    // And one can choose only where there is someone.
    const choices = page
      .getByRole("group", { name: partners.facets.country, exact: true })
      .getByRole("checkbox");
    expect(await choices.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).toEqual([
      expect.stringContaining("Japan"),
    ]);
  });
});
