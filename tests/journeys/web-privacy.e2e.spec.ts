import { readFileSync } from "node:fs";
import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { admit, signIn as signInByApi } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("reads and erasure, in a browser of %i px, in %s", (width, language) => {
  const { identity, missions, review, status } = textsOf(language);
  const play = openPlay();
  const { signIn, open, complaints } = visitorsOf(play, width, language);

  it("I4: an officer sees what they read, and an auditor what everyone did, also as a file", async () => {
    await admit(play.stage.product, "control", "office", ["auditor"], "an-auditor");
    const officer = await signIn("Person of office", "/admin/letters");
    await officer.getByRole("heading", { level: 1 }).waitFor();
    await officer.goto(`${play.stage.url}/admin/audit`);
    await officer.getByText(identity.reads["mail-letters"]).first().waitFor();

    const auditor = await signIn("Person of control", "/admin/audit");
    await auditor.getByRole("link", { name: "Person of office" }).first().waitFor();
    expect(await faultsOf(auditor)).toEqual([]);
    await auditor.getByRole("link", { name: "Person of office" }).first().click();
    await auditor.getByText(identity.audit.all).waitFor();
    const download = auditor.waitForEvent("download");
    await auditor.locator(".list-tools summary").click();
    await auditor.getByRole("button", { name: identity.lists.file.csv }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv.split("\r\n")[1]).toMatch(
      /^\d+,[^,]+Z,an-officer,Person of office,office,Organisation office,/,
    );
    await auditor.goto(`${play.stage.url}/admin/audit?person=an-auditor`);
    await auditor.getByText(identity.reads["identity-listAsFile"]).waitFor();
  });

  it("I4: an auditor sees what everyone did, of one person or one record, and takes it along", async () => {
    const auditor = await signIn("Person of control", "/admin/changes");
    await auditor.getByRole("link", { name: "Person of office" }).first().click();
    await auditor.getByText(identity.audit.all).waitFor();
    const stream = `mission/${play.stage.mission}`;
    await auditor.getByRole("link", { name: stream }).click();
    await auditor.getByText(missions.events.MissionPlanned).waitFor();
    await auditor.getByText(identity.changes.details).first().click();
    await auditor.getByText("MissionPlanned", { exact: true }).waitFor();
    expect(await faultsOf(auditor)).toEqual([]);
    const download = auditor.waitForEvent("download");
    await auditor.locator(".list-tools summary").click();
    await auditor.getByRole("button", { name: identity.lists.file.csv }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv).toContain(
      `an-officer,Person of office,office,Organisation office,,,missions.planMission,${stream},`,
    );
  });

  it("K7: someone asks to be forgotten, and the office does it", async () => {
    const member = await signInByApi(play.stage.product, "person-third-company");
    const asked = await member.send("POST", "/api/people/person-third-company/erasure-requests");
    expect(asked.status).toBe(200);
    await play.stage.product.settled();
    const officer = await signIn("Person of office", "/admin/erasures");
    await officer
      .getByRole("button", { name: `${identity.erasures.erase} Person of third-company` })
      .waitFor();
    expect(await faultsOf(officer)).toEqual([]);
    await officer.getByRole("button", { name: identity.erasures.erase }).click();
    await officer.getByRole("button", { name: identity.erasures.yes }).click();
    await officer.getByText(identity.erasures.none).waitFor();
    await focusIsOn(officer, identity.erasures.done.replace("{{person}}", "person-third-company"));
    expect((await member.get("/api/session")).body.signedIn).toBe(false);
    expect(await faultsOf(officer)).toEqual([]);
  });

  it("K7: a cluster has all erased that it gave, by its link, and an officer does it when asked", async () => {
    const own = await register(play.stage.product, { name: `Forgotten In ${language}` }, true);
    const cluster = await open(own.address(language));
    await cluster.getByRole("button", { name: status.erasure.ask }).click();
    expect(await faultsOf(cluster)).toEqual([]);
    await cluster.getByRole("button", { name: status.erasure.yes }).click();
    await cluster.getByText(status.erasure.done).waitFor();
    await focusIsOn(cluster, status.erasure.done);
    expect(await faultsOf(cluster)).toEqual([]);

    const shown = await register(play.stage.product, { name: `Shown In ${language}` }, "published");
    const partner = await open(shown.address(language));
    await partner.getByRole("button", { name: status["take-down"].ask }).click();
    await partner.getByRole("button", { name: status["take-down"].yes }).click();
    await partner.locator('[data-state="expired"]').waitFor();
    expect(await faultsOf(partner)).toEqual([]);
    await partner.goto(`${play.stage.url}/${language}/partners`);
    await partner.getByRole("heading", { level: 1 }).waitFor();
    expect(await partner.getByText(`Shown In ${language}`).count()).toBe(0);

    const other = await register(play.stage.product, { name: `Asked By Letter In ${language}` }, true);
    const officer = await signIn("Person of office", `/admin/review/${other.id}`);
    await officer.getByRole("button", { name: review.erasure.ask }).click();
    await officer.getByRole("button", { name: review.erasure.yes }).click();
    await officer.getByText(review.erased).waitFor();
    expect(await officer.getByRole("button", { name: review.erasure.ask }).count()).toBe(0);
    expect(await faultsOf(officer)).toEqual([]);
    await officer.goto(`${play.stage.url}/admin/review/${own.id}`);
    await officer.getByText(review.erased).waitFor();
  });

  it("K8: a member sees what is kept about them, takes it along, and asks to be forgotten", async () => {
    const member = await signIn("Person of first-company", "/account");
    await member.getByRole("button", { name: identity["my-data"].show }).click();
    await member.getByText("person-first-company@first-company.example").first().waitFor();
    const { kept, values } = identity["my-data"];
    const shown = (await member.locator("dl.facts").allTextContents()).join();
    for (const words of [values.term["while-member"], identity.roles.member, identity.standings.owner])
      expect(shown).toContain(words);
    expect(shown).not.toMatch(/while-member|person\/|person-first-company(?!@)|notAfter/);
    expect(await member.getByRole("heading", { name: kept["identity-credentials"] }).count()).toBe(0);
    const download = member.waitForEvent("download");
    await member.getByRole("button", { name: identity["my-data"].file }).click();
    const file = JSON.parse(readFileSync(await (await download).path(), "utf8"));
    expect(file).toMatchObject({
      person: "person-first-company",
      held: expect.any(Array),
      reads: expect.any(Array),
    });
    expect(await faultsOf(member)).toEqual([]);
    await member.getByRole("button", { name: identity["my-data"].erase }).click();
    await member.getByRole("button", { name: identity["my-data"].yes }).click();
    await member.getByRole("button", { name: identity["my-data"].withdraw }).click();
    await member.getByRole("button", { name: identity["my-data"].erase }).waitFor();
    expect(await faultsOf(member)).toEqual([]);
  });

  const focusIsOn = (page: Page, text: string) =>
    page.waitForFunction(`document.activeElement?.textContent === ${JSON.stringify(text)}`);

  afterAll(() => {
    expect(complaints()).toEqual([]);
  });
});
