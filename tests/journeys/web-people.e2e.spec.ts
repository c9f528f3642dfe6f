import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("people of an organisation, in a browser of %i px, in %s", (width, language) => {
  const { web, identity } = textsOf(language);
  const { colleagues, invitations, invitation, standings } = identity;
  const play = openPlay();
  const { open, signIn, complaints } = visitorsOf(play, width, language);
  let owner: Page;
  let nele: Page;
  let office: Page;

  const filled = (text: string, params: Record<string, string>) =>
    text.replace(/\{\{(\w+)\}\}/g, (_all, name) => params[name] ?? "");
  const row = (page: Page, name: string) => page.locator("ul.rows > li", { hasText: name });
  const navOf = (page: Page) =>
    page.getByRole("navigation", { name: web.nav.main }).getByRole("link").allTextContents();
  const titleOf = (name: string) => filled(colleagues.title, { name });

  it("A11: the owner invites by address, sends it again and sees it on its way", async () => {
    owner = await signIn("Person of first-company", `/${language}`);
    await owner.getByRole("link", { name: "Organisation first-company" }).click();
    await owner.getByRole("heading", { name: titleOf("Organisation first-company") }).waitFor();
    await row(owner, "Person of first-company").getByText(standings.owner).waitFor();
    const ways = [web.nav.missions, web.nav.partners, web.nav.own];
    expect(await navOf(owner)).toEqual(ways);
    await owner.goBack();
    await owner.locator(`main a[href$="/me"]`).waitFor();
    expect(await navOf(owner)).toEqual(ways);
    expect(await owner.locator(`main a[href$="/register"]`).count()).toBe(0);
    await owner.goForward();
    await owner.getByText(colleagues["leave-not"]).waitFor();
    await owner.getByText(invitations.none).waitFor();
    expect(await faultsOf(owner)).toEqual([]);

    await owner.getByRole("button", { name: invitations.send }).click();
    await owner.getByText(identity["sign-in"]["email-wrong"]).waitFor();
    for (const wrong of ["foo@bar..be", "é@x.be"]) {
      await owner.getByLabel(invitations.email).fill(wrong);
      await owner.getByRole("button", { name: invitations.send }).click();
      const field = owner.getByLabel(invitations.email);
      await field.and(owner.locator("[aria-invalid=true]:focus")).waitFor();
    }
    await owner.getByLabel(invitations.email).fill("nele@new.example");
    await owner.getByLabel(standings.lead, { exact: true }).check();
    await owner.getByRole("button", { name: invitations.send }).click();
    await owner.getByText(filled(invitations.sent, { email: "nele@new.example" })).waitFor();
    await row(owner, "nele@new.example").getByRole("button", { name: invitations.again }).click();
    await owner.getByText(invitations["again-done"]).waitFor();
    expect(await faultsOf(owner)).toEqual([]);
  });

  it("A11: whoever is invited sees by whom and to what, accepts with a name, and signs in", async () => {
    office = await signIn("Person of office", "/admin/letters");
    // The newest comes first; the link before it no longer works.
    const [newest] = await links(office, 2);
    nele = await open(newest!);
    await nele.getByText("Organisation first-company").first().waitFor();
    await nele.getByText("Person of first-company").waitFor();
    expect(await faultsOf(nele)).toEqual([]);
    await nele.getByRole("button", { name: invitation.accept }).click();
    await nele.getByText(identity.refusals["name-missing"]).waitFor();
    expect(await faultsOf(nele)).toEqual([]);
    await nele.getByLabel(invitation.name).fill("Nele Claes");
    await nele.keyboard.press("Enter");
    await nele
      .getByRole("heading", { name: filled(invitation.done, { organisation: "Organisation first-company" }) })
      .and(nele.locator(":focus"))
      .waitFor();
    expect(await faultsOf(nele)).toEqual([]);
    expect(await navOf(nele)).toEqual([]);
    await nele.getByRole("button", { name: identity["sign-in"]["go-on"] }).click();
    await arrivesAt(nele, "/organisation/people");
    await row(nele, "Nele Claes").getByText(standings.lead).waitFor();
    await nele.getByText(colleagues.self).waitFor();

    const again = await open(newest!);
    await again.getByText(identity.refusals["invitation-over"]).waitFor();
    await again.getByText(invitation["accepted-before"]).waitFor();
    expect(await faultsOf(again)).toEqual([]);
  });

  /** Of the letters of invitation, once there are so many. */
  async function links(page: Page, count: number): Promise<string[]> {
    const all = page.getByRole("link", { name: /\/invitation#/ });
    await all.first().waitFor();
    const closed = page.locator(".letters details:not([open]) > summary");
    while (await closed.count()) await closed.first().click();
    await all.nth(count - 1).waitFor();
    const hrefs = await all.evaluateAll((found: any[]) => found.map((one) => one.getAttribute("href")));
    return hrefs.map((href: string) => new URL(href).pathname + new URL(href).hash);
  }

  it("K3: the owner hands over by keyboard, and then leaves", async () => {
    const other = row(owner, "Nele Claes");
    await other.getByRole("button", { name: colleagues["hand-over"] }).focus();
    await owner.keyboard.press("Enter");
    await owner
      .locator("p:focus", { hasText: filled(colleagues["hand-over-consequence"], { name: "Nele Claes" }) })
      .waitFor();
    expect(await faultsOf(owner)).toEqual([]);
    await owner.keyboard.press("Tab");
    await owner.keyboard.press("Enter");
    await other.getByText(standings.owner).waitFor();
    await owner.getByRole("button", { name: colleagues.leave }).click();
    await owner.getByRole("button", { name: colleagues["leave-yes"] }).click();
    await owner.getByText(filled(colleagues.left, { name: "Organisation first-company" })).waitFor();
    // She follows the page, so it goes from there by itself.
    await row(nele, "Person of first-company").waitFor({ state: "detached" });
    await nele.getByText(colleagues["leave-not"]).waitFor();
  });

  it("K3: an officer finds the organisation and repairs who leads it, with a reason", async () => {
    await office.goto(`${play.stage.url}/account`);
    await office.getByRole("link", { name: web.nav["office-pages"], exact: true }).click();
    await office.getByRole("link", { name: colleagues.nav, exact: true }).click();
    await office.getByRole("heading", { name: colleagues["all-title"] }).waitFor();
    expect(await faultsOf(office)).toEqual([]);
    await office.getByRole("link", { name: "Organisation first-company" }).click();
    await row(office, "Nele Claes").getByRole("button", { name: colleagues.repair }).click();
    await office.getByRole("button", { name: colleagues["repair-do"] }).click();
    await office.getByText(colleagues.missing).waitFor();
    expect(await faultsOf(office)).toEqual([]);
    await office.getByLabel(colleagues["repair-to"]).selectOption("removed");
    await office.getByLabel(colleagues["repair-reason"]).fill("Nele works there no longer.");
    await office.getByRole("button", { name: colleagues["repair-do"] }).click();
    await office.getByText(identity.refusals["last-in-charge"]).waitFor();
    await office.getByLabel(colleagues["repair-to"]).selectOption("lead");
    await office.getByRole("button", { name: colleagues["repair-do"] }).click();
    await row(office, "Nele Claes").getByText(standings.lead).waitFor();
    expect(await faultsOf(office)).toEqual([]);
  });

  it("A11: whoever is signed in when they accept acts for that organisation by the next button", async () => {
    await nele.goto(`${play.stage.url}/organisation/people`);
    await nele.getByLabel(invitations.email).fill("person-second-company@second-company.example");
    await nele.getByRole("button", { name: invitations.send }).click();
    await nele
      .getByText(filled(invitations.sent, { email: "person-second-company@second-company.example" }))
      .waitFor();
    const reader = await signIn("Person of office", "/admin/letters");
    const [newest] = await links(reader, 3);
    const known = await signIn("Person of second-company", `/${language}`);
    await known.goto(play.stage.url + newest!);
    await known.getByText(filled(invitation["signed-in"], { name: "Person of second-company" })).waitFor();
    await known.getByRole("button", { name: invitation.accept }).click();
    const [now, organisation] = ["Organisation second-company", "Organisation first-company"];
    await known.getByText(filled(invitation["done-signed-in"], { now, organisation })).waitFor();
    expect(await known.getByText(invitation["done-lead"]).count()).toBe(0);
    expect(await faultsOf(known)).toEqual([]);
    await known
      .getByRole("main")
      .getByRole("button", { name: filled(web["sign-in"].change, { name: organisation }) })
      .click();
    await arrivesAt(known, "/organisation/people");
    await known.getByRole("heading", { name: titleOf(organisation) }).waitFor();
  });

  it("A11: tells who has no link, or is not signed in, where to go", async () => {
    const page = await open("/invitation");
    await page.getByText(invitation["no-link"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${play.stage.url}/organisation/people`);
    await page.getByRole("heading", { name: colleagues["own-title"] }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("went without a complaint of the browser", () => {
    // The page of who leaves may ask once more, when it is theirs no longer or their session has ended with it.
    expect(complaints().filter((text) => !/status of (401|403)/.test(text))).toEqual([]);
  });
});
