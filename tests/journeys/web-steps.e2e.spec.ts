import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { draftsOf } from "#shared/documents/drafts.ts";
import { faultsOf } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

withBrowser("each step and its next", () => {
  const { identity, missions, partnerships, review, web, status, register: starting } = textsOf("nl");
  const play = openPlay();
  const { open, signIn } = visitorsOf(play, 1280, "nl");

  it("A1: shows the way back from the start, warns before it is replaced, and explains a dead or a broken link", async () => {
    const page = await open("/register");
    await arrivesAt(page, "/nl/register");
    const begin = page.getByRole("button", { name: starting.begin, exact: true });
    await page.getByLabel(starting.country).selectOption("JP");
    await begin.click();
    await arrivesAt(page, "/register/form");
    const first = await page.getByLabel(starting["back-link"].label).inputValue();
    await page.locator('[data-criterion="team"][data-verdict="open"]').waitFor();
    await page.locator('[data-section="country"][data-progress="begun"]').waitFor();
    await page.locator('[data-section="contact"][data-progress="open"]').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: partnerships.sections.country, exact: true }).click();
    const country = page.getByLabel(partnerships.fields.country, { exact: true });
    await country.focus();
    await country.selectOption("GB");
    await page.locator('[data-saving="saved"]').waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("answer-country");
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${play.stage.url}/nl/register/form/sectors`);
    await page.locator("option[value=GB-BIR]").waitFor({ state: "attached" });
    expect(await page.locator("option[value=GB-ENG]").count()).toBe(0);

    await page.goto(`${play.stage.url}/nl/register/form/check`);
    await page.getByRole("button", { name: web.form.send, exact: true }).click();
    await page.locator(".error-summary:focus").waitFor();
    const named = await page.locator(".error-summary li a").allTextContents();
    const parts = Object.values(partnerships.sections);
    const order = named.map((label) => parts.findIndex((part) => label.startsWith(part)));
    expect(named).toContain(`${partnerships.sections.contact}: ${partnerships.fields.contactName}`);
    expect(order.slice(0, -1)).toEqual(order.slice(0, -1).sort((one, other) => one - other));
    expect(new Set(order.slice(0, -1)).size).toBeGreaterThan(5);

    await page.goto(`${play.stage.url}/nl/register`);
    await page.getByLabel(starting.country).selectOption("JP");
    await begin.click();
    await page.getByText(starting.replaces).waitFor();
    await page.getByRole("button", { name: starting["begin-anyway"] }).click();
    await arrivesAt(page, "/register/form");
    expect(await page.getByLabel(starting["back-link"].label).inputValue()).not.toBe(first);

    const changed = first.endsWith("A") ? "E" : "A";
    const other = await open(`/nl/register${first.slice(first.indexOf("#"), -1)}${changed}`);
    await other.getByText(starting["dead-link"].title).waitFor();
    expect(await other.evaluate("sessionStorage.length")).toBe(0);
    const broken = await open(`/nl/register${first.slice(first.indexOf("#"), -9)}`);
    await broken.getByText(starting["dead-link"].mangled).waitFor();
  });

  it("A1: says while it is filled in that a draft is over, in place of the form", async () => {
    const page = await open("/register");
    await page.getByLabel(starting.country).selectOption("JP");
    await page.getByRole("button", { name: starting.begin, exact: true }).click();
    await arrivesAt(page, "/register/form");
    const link = await page.getByLabel(starting["back-link"].label).inputValue();
    const [, id = ""] = /#(.+)\./.exec(link) ?? [];
    await page.goto(`${play.stage.url}/nl/register/form/contact`);
    await page.getByLabel(partnerships.fields.contactName, { exact: true }).fill("Aiko");
    await page.getByLabel(partnerships.fields.contactRole, { exact: true }).focus();
    await page.locator('[data-saving="saved"]').waitFor();
    const { mongo } = play.stage.product.kernel;
    await draftsOf(mongo, "partnerships").updateOne({ _id: id }, { $set: { endsAt: new Date() } });
    await page.getByLabel(partnerships.fields.contactRole, { exact: true }).fill("Chair");
    await page.getByLabel(partnerships.fields.contactName, { exact: true }).focus();
    await page.getByText(starting["dead-link"].title).waitFor();
    expect(await page.evaluate("sessionStorage.getItem('causeway.registration')")).toBeNull();
  });

  it("A2: leaves the keyboard at what came of a step, and shows the cluster its answers and its page to be", async () => {
    const { id, address } = await register(play.stage.product, { name: "Careful Cluster" }, true);
    const office = await signIn("Person of office", `/admin/review/${id}`);
    const asking = review.words["ask-changes"];
    await office
      .getByRole("button", { name: capital(partnerships.steps["ask-changes"]), exact: true })
      .click();
    await office.getByLabel(asking.label).fill("Which port?");
    // Kept while another decision is looked at, and asked about before the page is left.
    const rejecting = office.getByRole("button", { name: capital(partnerships.steps.reject), exact: true });
    await rejecting.click();
    await office.getByLabel(review.words.reject.label).waitFor();
    const asked = new Promise<string>((done) =>
      office.once("dialog", (dialog) => {
        done(dialog.message());
        void dialog.dismiss();
      }),
    );
    await office.getByRole("link", { name: web.nav.letters, exact: true }).click();
    expect(await asked).toBe(review.leave);
    await arrivesAt(office, `/admin/review/${id}`);
    await office
      .getByRole("button", { name: capital(partnerships.steps["ask-changes"]), exact: true })
      .click();
    expect(await office.getByLabel(asking.label).inputValue()).toBe("Which port?");
    await office.locator("form").getByRole("button", { name: asking.send }).click();
    await office.locator('#registration-state:focus [data-state="changes-asked"]').waitFor();

    const cluster = await open(address("nl"));
    await cluster.getByText("Which port?").waitFor();
    expect(await cluster.getByText("Which port?").count()).toBe(1);
    await cluster.getByText("aiko@cluster.example").waitFor();
    await cluster.getByRole("link", { name: status.edit }).click();
    await cluster.getByText("Which port?").waitFor();
    await cluster.getByRole("button", { name: partnerships.check.title }).click();
    await cluster.getByRole("button", { name: web.form["send-again"] }).click();
    await arrivesAt(cluster, "/register/status");

    await office.getByRole("button", { name: capital(partnerships.steps.accept), exact: true }).click();
    await office.locator('#registration-state:focus [data-state="accepted"]').waitFor();
    await cluster.locator(".preview").getByText("Careful Cluster").waitFor();
    expect(await faultsOf(cluster)).toEqual([]);
    await cluster.getByRole("button", { name: status.confirm }).click();
    await cluster.locator('#own-state:focus [data-state="published"]').waitFor();
  });

  it("C10: tells the loser of the last seat so, gives seats from the list in nobody's name, and stops at the capacity", async () => {
    const path = `/nl/missions/${play.stage.mission}`;
    const nobody = await open(path);
    await nobody.getByText(missions["sign-up"].who).waitFor();
    const [winner, loser] = await Promise.all(
      play.stage.twoCompanies.map((one) => signIn(`Person of ${one}`, path)),
    );
    const { entry, "sign-up": signUp } = missions;
    for (const page of [winner!, loser!]) await page.getByRole("link", { name: entry.to }).click();
    await loser!.getByText(signUp["will-fit"].replace("{{free, number}}", "1")).waitFor();
    expect(await loser!.title()).toContain(`${entry.wish.title} · Kobe`);
    await loser!.getByText(entry.wish.lead).waitFor();
    await loser!.getByLabel(signUp["how-many"]).fill("2");
    await loser!.getByText(entry.wish["lead-waiting"]).waitFor();
    expect(await loser!.getByText(entry.wish.lead).count()).toBe(0);
    const next = (page: Page) => page.getByRole("button", { name: entry.wish.next, exact: true }).click();
    await loser!.getByLabel(signUp["how-many"]).fill("13");
    await loser!.getByText(signUp["whole-number"].replace("{{most, number}}", "12")).waitFor();
    await next(loser!);
    await loser!.locator(".error-summary:focus").waitFor();
    await loser!.getByLabel(signUp["how-many"]).fill("1");
    await next(winner!);
    await arrivesAt(winner!, `${path}/sign-up/check?seats=1&least=1&held=true`);
    await next(loser!);
    await loser!.getByText(entry.check.place.replace("{{place, number}}", "1")).waitFor();
    await nobody.locator('[data-state="full"]').waitFor();
    await winner!.getByRole("button", { name: entry.check.confirm }).click();
    await winner!.locator('#own-entry [data-entry="confirmed"]').waitFor();
    await loser!.getByRole("button", { name: signUp["claim-wait"] }).click();
    await loser!.locator('#own-entry [data-entry="waiting"]').waitFor();

    await winner!.getByRole("link", { name: entry.back }).first().click();
    await winner!.getByRole("button", { name: missions["sign-up"].withdraw, exact: true }).click();
    await winner!.getByRole("button", { name: missions["sign-up"]["withdraw-sure"] }).click();
    await winner!.locator('#own-entry:focus [data-entry="withdrawn"]').waitFor();
    const office = await signIn("Person of office", path);
    await arrivesAt(office, `/admin/missions/${play.stage.mission}`);
    await office.locator(".timeline").getByText(identity.timeline["from-list"]).waitFor();

    // One company phones; the others have seats.
    const phoned = office.getByLabel(missions.entries.company);
    await phoned.locator("option").nth(1).waitFor({ state: "attached" });
    expect(await phoned.locator("option").count()).toBe(2);
    await phoned.selectOption({ index: 1 });
    await office.getByText(missions.entries["will-wait"].replace("{{free, number}}", "0")).waitFor();
    expect(await faultsOf(office)).toEqual([]);
    await office.getByRole("button", { name: missions.entries["claim-wait"] }).click();
    await office.locator("#entries-waiting:focus").waitFor();
    expect(await phoned.locator("option").count()).toBe(1);
  });

  it("shows the office the way to its pages, and says once to others that they are not for them", async () => {
    const officer = await signIn("Person of office", "/nl");
    await arrivesAt(officer, "/admin");
    await officer.goto(`${play.stage.url}/nl`);
    await officer.getByRole("link", { name: web.nav["office-pages"], exact: true }).click();
    await arrivesAt(officer, "/admin");
    const member = await signIn("Person of third-company", "/admin/missions");
    await member.getByRole("heading", { name: identity.office["not-yours"] }).waitFor();
    expect(await member.getByRole("link", { name: web.nav.review, exact: true }).count()).toBe(0);
    expect(await faultsOf(member)).toEqual([]);
  });

  it("answers an address of no page with 404 and the same page", async () => {
    const { page } = await play.openWindow(1280, "nl");
    const reply = await page.goto(`${play.stage.url}/nl/nothing`);
    expect(reply?.status()).toBe(404);
    await page.getByRole("heading", { name: web["not-found"].title }).waitFor();
  });
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
