import { setTimeout as sleep } from "node:timers/promises";
import { jest } from "@jest/globals";
import { markAddress } from "#services/mail/marked-addresses/marking.ts";
import type { TemplateName } from "#services/mail/outbox/contract.ts";
import { outboxOf } from "#services/mail/outbox/outbox.ts";
import { batchesOf } from "#shared/reads/batches.ts";
import { signIn } from "../kit/people.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("letters, in a browser of %i px, in %s", (width, language) => {
  const { identity, missions, mail } = textsOf(language);
  const play = openPlay();
  const { open, complaints } = visitorsOf(play, width, language);

  async function claim(company: string): Promise<void> {
    const { product, mission } = play.stage;
    const client = await signIn(product, `person-${company}`);
    const body = { company, seats: 1 };
    const { status } = await client.send("POST", `/api/missions/${mission}/claims`, { body });
    expect(status).toBe(200);
    await product.settled();
  }

  /** Where the newest letter about that leads, on this portal. */
  async function linkIn(company: string, about: TemplateName): Promise<string> {
    const letter = await outboxOf(play.stage.product.kernel.mongo)
      .findOne({ subject: `person/person-${company}`, template: about })
      .sort({ at: -1 })
      .lean();
    const { pathname, hash } = new URL(letter!.params.link!);
    return pathname + hash;
  }

  it("C13: seats are given back by the link of a letter, without signing in, and who waits sees that they are theirs", async () => {
    await claim("first-company");
    await claim("second-company");
    const next = await open(await linkIn("second-company", "seat-waiting"));
    await next.locator('[data-entry="waiting"]').waitFor();
    expect(await faultsOf(next)).toEqual([]);
    await next.getByRole("button", { name: missions["seat-link"].leave }).waitFor();

    const link = await linkIn("first-company", "seat-confirmed");
    const page = await open(link);
    await page.locator('[data-entry="confirmed"]').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: missions["seat-link"].withdraw, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(missions["sign-up"].consequence_one).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: missions["seat-link"]["withdraw-sure"] }).dblclick();
    await page.locator('[data-entry="withdrawn"]').waitFor();
    await page.locator("#own-entry:focus").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await next.locator('[data-entry="confirmed"]').waitFor();

    await page.reload();
    await page.locator('[data-entry="withdrawn"]').waitFor();
    expect(await page.getByRole("button", { name: missions["seat-link"].withdraw }).count()).toBe(0);
  });

  it("C13: a link that is revoked, or not whole, says that it opens nothing", async () => {
    const { product, mission, url } = play.stage;
    const link = await linkIn("second-company", "seat-from-list");
    const member = await open(`/sign-in?back=${encodeURIComponent(`/${language}/missions/${mission}`)}`);
    await member.getByRole("button", { name: "Person of second-company" }).first().click();
    await member.getByRole("button", { name: missions["seat-link"].revoke }).click();
    await member.getByRole("button", { name: missions["seat-link"]["revoke-sure"] }).click();
    await member.getByText(missions["seat-link"].revoked).waitFor();
    expect(await faultsOf(member)).toEqual([]);
    // Nobody remembers who it was for any longer than that.
    await sleep(2_100);
    const page = await open(link);
    for (const address of [link, link.slice(0, -1), "/seat"]) {
      await page.goto("about:blank");
      await page.goto(url + address);
      await page.getByText(missions["seat-link"].dead).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    }
    await product.settled();
  });

  it("tells the office and whoever it is that letters came back, until somebody says that the address is right", async () => {
    const { product } = play.stage;
    const to = "person-first-company@first-company.example";
    const said = "550 5.1.1 no such user";
    await markAddress(product.broker, product.kernel, { to, subject: "person/person-first-company" }, said);
    const office = await open("/sign-in?back=/admin/missions");
    await office.getByRole("button", { name: "Person of office" }).click();
    await office
      .getByRole("link", { name: mail.letters["nav-marked_one"].replace("{{count, number}}", "1") })
      .click();
    await office.getByText(said, { exact: false }).waitFor();
    await office
      .getByText(mail["marked-addresses"].person.replace("{{name}}", "Person of first-company"))
      .waitFor();
    expect(await faultsOf(office)).toEqual([]);

    const person = await open("/sign-in?back=/account");
    await person.getByRole("button", { name: "Person of first-company" }).first().click();
    await person.getByRole("status").filter({ hasText: to }).waitFor();
    expect(await faultsOf(person)).toEqual([]);

    await office.getByRole("button", { name: mail["marked-addresses"].right }).click();
    await office.locator("#unmarked-address:focus").waitFor();
    expect(await office.getByText(said, { exact: false }).count()).toBe(0);
    expect(await faultsOf(office)).toEqual([]);
  });

  it("the office's page finds new letters without reading again and again", async () => {
    const { product } = play.stage;
    const reads = async () => {
      const batches = await batchesOf(product.kernel.mongo).find({}).lean();
      return batches.flatMap((batch) => batch.reads).filter(({ action }) => action === "mail.letters").length;
    };
    const office = await open("/sign-in?back=/admin/letters");
    await office.getByRole("button", { name: "Person of office" }).click();
    await office.locator(".letters li").first().waitFor();
    const before = await reads();
    await sleep(11_000);
    expect(await reads()).toBe(before);
    const asking = await open("/sign-in");
    await asking.getByLabel(identity["sign-in"].email).fill("person-second-company@second-company.example");
    await asking.getByRole("button", { name: identity["sign-in"].send }).click();
    await office.getByText("/sign-in/link").first().waitFor();
    expect(await reads()).toBeGreaterThan(before);

    // The newest stands open; any other opens where it is, by keyboard too.
    const texts = office.locator(".letters .letter-text:visible");
    const older = office.locator(".letters details:not([open])").last();
    const opened = await texts.count();
    await older.locator("summary").focus();
    await office.keyboard.press("Enter");
    await texts.nth(opened).waitFor();
    expect(await faultsOf(office)).toEqual([]);
  });

  it("went without a complaint of the browser", () => {
    expect(complaints()).toEqual([]);
  });
});
