import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { times } from "#services/gateway/live-listener.ts";
import { identity as contract } from "#services/identity/identity.contract.ts";
import { sessionsOf } from "#services/identity/sessions/sessions.ts";
import { inRole } from "#shared/access/principal.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("signing in by a letter, in a browser of %i px, in %s", (width, language) => {
  const { web, identity, missions } = textsOf(language);
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);

  async function askForLink(page: Page, email: string) {
    await page.getByLabel(identity["sign-in"].email).fill(email);
    await page.getByRole("button", { name: identity["sign-in"].send }).click();
    await page.getByRole("heading", { name: identity["sign-in"].sent }).waitFor();
  }

  it("opens where one was going, once and in the browser that asked; the office reads the letter", async () => {
    const back = `/${language}/missions/${play.stage.mission}`;
    const member = await open(`/sign-in?back=${encodeURIComponent(back)}`);
    await member.getByLabel(identity["sign-in"].email).fill("first-company");
    await member.getByRole("button", { name: identity["sign-in"].send }).click();
    await member.getByText(identity["sign-in"]["email-wrong"]).waitFor();
    await member.getByLabel(identity["sign-in"].email).fill("foo@bar..be");
    await member.getByText(identity["sign-in"]["email-wrong"]).waitFor({ state: "detached" });
    await member.getByRole("button", { name: identity["sign-in"].send }).click();
    await member.getByText(identity["sign-in"]["email-wrong"]).waitFor();
    await askForLink(member, "person-first-company@first-company.example");
    expect(await faultsOf(member)).toEqual([]);

    const office = await open("/sign-in?back=/admin/letters");
    await office.getByRole("button", { name: "Person of office" }).click();
    await arrivesAt(office, `/admin/letters`);
    const address = await office.getByRole("link", { name: /sign-in\/link/ }).getAttribute("href");
    await office.getByText("person-first-company@first-company.example").waitFor();
    expect(await faultsOf(office)).toEqual([]);

    const { pathname, search, hash } = new URL(address!);
    const link = pathname + search + hash;
    const elsewhere = await open(link);
    await elsewhere.getByRole("button", { name: identity["sign-in"].open }).click();
    await elsewhere.getByText(identity.refusals["link-invalid"]).waitFor();
    expect(await faultsOf(elsewhere)).toEqual([]);

    await member.goto(play.stage.url + link);
    await member.getByRole("button", { name: identity["sign-in"].open }).waitFor();
    expect(await faultsOf(member)).toEqual([]);
    await member.getByRole("button", { name: identity["sign-in"].open }).click();
    await arrivesAt(member, back);
    await member.getByText("Person of first-company").waitFor();
    await member.goto(play.stage.url + link);
    await member.getByRole("button", { name: identity["sign-in"].open }).click();
    await member.getByText(identity.refusals["link-invalid"]).waitFor();
  });

  it("tells nobody whether an address is known, and lets it be corrected", async () => {
    const page = await open("/sign-in");
    await askForLink(page, "nobody@nowhere.example");
    await page.getByRole("button", { name: identity["sign-in"].again }).click();
    await page.getByText(identity["sign-in"]["sent-again"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: identity["sign-in"].other }).click();
    await page.getByLabel(identity["sign-in"].email).and(page.locator(":focus")).waitFor();
  });

  it("says of each other link what is true of it: of the console's, and of one for a password", async () => {
    const link = "a".repeat(43);
    const page = await open("/first-admin#half-a-link");
    await page.getByText(identity["first-admin"]["no-link"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const first = await open(`/first-admin#${link}`);
    await first.getByLabel(identity["first-admin"].organisation).fill("Getijkracht");
    await first.getByLabel(identity["first-admin"].name).fill("Ada Maes");
    await first.getByLabel(identity["sign-in"].email).fill("ada@getijkracht.example");
    await first.getByLabel(identity["first-admin"].country).selectOption("BE");
    await first.getByRole("button", { name: identity["first-admin"]["go-on"] }).click();
    await first.getByText(identity.refusals["first-admin-over"]).waitFor();
    expect(await faultsOf(first)).toEqual([]);
    await first.getByRole("main").getByRole("link", { name: web["sign-in"].link }).click();
    await arrivesAt(first, "/sign-in");

    const other = await open("/sign-in/new-password#half-a-link");
    await other.getByText(identity["sign-in"]["no-password-link"]).waitFor();
    const used = await open(`/sign-in/new-password#${link}`);
    await used.getByLabel(identity["sign-in"]["new-password"]).fill("lantern 7 oyster gravel");
    await used.getByRole("button", { name: identity["sign-in"].choose }).click();
    await used.getByText(identity.refusals["password-link-invalid"]).waitFor();
    expect(await used.getByLabel(identity["sign-in"]["new-password"]).count()).toBe(0);
    expect(await faultsOf(used)).toEqual([]);
    await used.getByRole("link", { name: identity["sign-in"]["new-link"] }).click();
    await used.getByRole("heading", { name: identity["sign-in"]["new-password-title"], level: 1 }).waitFor();
    await used.getByText(identity["sign-in"]["forgot-lead"]).waitFor();
  });

  it("K2: lets one who belongs to two organisations act for either", async () => {
    const { product } = play.stage;
    await product.as(inRole("admin", "first-admin", "office"), contract.actions.joinOrganisation, {
      id: "person-second-company",
      organisation: "third-company",
      roles: ["member"],
    });
    await product.settled();
    const page = await open(`/sign-in?back=/${language}`);
    await page.getByRole("button", { name: "Person of second-company" }).first().click();
    await arrivesAt(page, `/${language}`);
    const change = web["sign-in"].change.replace("{{name}}", "Organisation third-company");
    await page.getByRole("button", { name: change }).click();
    const back = web["sign-in"].change.replace("{{name}}", "Organisation second-company");
    await page.getByRole("button", { name: back }).waitFor();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("signs out of every tab, and leaves nothing of theirs on a page", async () => {
    const list = `/${language}/missions`;
    const page = await open(`/sign-in?back=${list}`);
    await page.getByRole("button", { name: "Person of first-company" }).click();
    await arrivesAt(page, list);
    const other = await page.context().newPage();
    await other.goto(play.stage.url + list);
    // The page where one chooses who to be stands there until the next one has come.
    for (const tab of [page, other])
      await tab.getByRole("link", { name: "Person of first-company" }).waitFor();
    await page.getByRole("heading", { name: missions.missions.title }).waitFor();
    await page.getByRole("button", { name: web["sign-in"].leave }).click();
    for (const tab of [page, other]) {
      await tab.getByRole("link", { name: web["sign-in"].link }).first().waitFor();
      await tab.getByText("first-company").waitFor({ state: "detached" });
    }
    await other.close();
  });

  it("leaves nothing of theirs on a page that stands open when their session ends by itself", async () => {
    const beat = times.beat;
    times.beat = 200;
    const list = `/${language}/missions`;
    const page = await open(`/sign-in?back=${list}`);
    await page.getByRole("button", { name: "Person of third-company" }).click();
    await arrivesAt(page, list);
    await page.getByRole("link", { name: "Person of third-company" }).waitFor();
    await page.getByRole("heading", { name: missions.missions.title }).waitFor();
    const { mongo } = play.stage.product.kernel;
    await sessionsOf(mongo).updateMany({ person: "person-third-company" }, { $set: { endsAt: new Date(0) } });
    await page.getByRole("link", { name: web["sign-in"].link }).first().waitFor();
    await page.getByText("Person of third-company").waitFor({ state: "detached" });
    times.beat = beat;
  });

  it("went without a complaint of the browser", () => {
    expect(complaints()).toEqual([]);
  });
});
