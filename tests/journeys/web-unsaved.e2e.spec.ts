import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { openClient } from "../kit/client.ts";
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
      web.form["open-here_other"].replace("{{count, number}}", "2"),
    );
    // Of another part it is said that it is another, and which.
    await page.goto(`${play.stage.url}/nl/register/form/contact`);
    await page.getByText(web.form["saved-here"]).waitFor();
    await page
      .locator(".open-elsewhere")
      .getByRole("link", { name: partnerships.sections.organisation, exact: true })
      .click();
    await page.locator(".open-elsewhere").waitFor({ state: "detached" });

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

  it("A1: is saved at once when the portal is back, however long it was away", async () => {
    const page = await openForm("Back At Once");
    let tries = 0;
    await page.route("**/api/**", (route) => {
      if (route.request().method() === "PATCH") tries++;
      return route.abort();
    });
    await fieldIn(page, "name").fill("Typed Meanwhile");
    // By itself it would be tried again in 12 seconds at the earliest.
    while (tries < 4) await page.waitForTimeout(200);
    await saving(page, "failed").waitFor();
    await page.unroute("**/api/**");
    // As whoever comes back to the tab has it ask.
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.locator(".connection").waitFor({ state: "detached", timeout: 5_000 });
    await saving(page, "saved").waitFor({ timeout: 3_000 });
  });

  it("A1: a VAT number of another country is told at its field, and at the check where it was there before", async () => {
    const page = await openForm("Wrong Letters");
    const [id, secret] = (
      await page.evaluate<string>("sessionStorage.getItem('causeway.registration')")
    ).split(".");
    const cluster = openClient(play.stage.url, { "causeway-link": secret! });
    const save = async (changes: object) => {
      const own = await cluster.send("GET", `/api/registrations/${id}/own`);
      const headers = { "if-match": `"${own.body.version}"` };
      const saved = await cluster.send("PATCH", `/api/registrations/${id}/draft`, {
        body: { changes },
        headers,
      });
      expect(saved.status).toBe(200);
    };
    await save({ country: "FR", nutsRegion: "FRL0", vatNumber: "FR17999400443" });
    const fault = (length: string, letters: string) =>
      partnerships.refusals["vat-number-wrong"].replace("{{letters}}", letters).replace("{{length}}", length);
    const vatNumber = page.getByLabel(partnerships.fields.vatNumber, { exact: false });
    await page.reload();
    await vatNumber.fill("DE999");
    await vatNumber.blur();
    await page.getByText(fault("11", "FR")).waitFor();
    await vatNumber.fill("FR17999400443");
    await vatNumber.blur();
    await page.getByText(fault("11", "FR")).waitFor({ state: "detached" });
    await saving(page, "saved").waitFor();

    await save({ country: "DE", nutsRegion: "DE60" });
    await page.goto(`${play.stage.url}/nl/register/form/check`);
    await page.getByRole("button", { name: web.form.send, exact: true }).click();
    const answer = page.locator('[data-answer="vatNumber"]');
    await answer.getByText(fault("9", "DE")).waitFor();
    expect(await answer.textContent()).toContain("FR17999400443");
    await page.goto(`${play.stage.url}/nl/register/form/organisation`);
    await vatNumber.fill("DE999400118");
    await vatNumber.blur();
    await saving(page, "saved").waitFor();
    await page.goto(`${play.stage.url}/nl/register/form/check`);
    await page.getByRole("button", { name: web.form.send, exact: true }).click();
    await arrivesAt(page, "/register/status");
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
