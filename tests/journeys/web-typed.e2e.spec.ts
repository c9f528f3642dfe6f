import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { aloneFromNow, faultsOf } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

withBrowser("what somebody is typing", () => {
  const { web, identity, partnerships, review } = textsOf("nl");
  const play = openPlay();
  const { signIn, complaints } = visitorsOf(play, 1280, "nl");
  const words = review.words.reject;
  let path: string;

  beforeAll(async () => {
    const { id } = await register(play.stage.product, { name: "Half Written" }, true);
    path = `/admin/review/${id}`;
  });

  const reason = (page: Page) => page.getByLabel(words.label);
  const rejects = (page: Page) => page.locator("#open-reject").click();
  const signInLinks = (page: Page) => page.getByRole("link", { name: web["sign-in"].link, exact: true });

  /** What is asked when the button to sign out is pressed, and its answer. */
  async function signOut(page: Page, goes: boolean): Promise<string> {
    const asked = page.waitForEvent("dialog");
    // It is pressed only once that is answered.
    const pressed = press(page, web["sign-in"].leave);
    const dialog = await asked;
    const message = dialog.message();
    await (goes ? dialog.accept() : dialog.dismiss());
    await pressed;
    return message;
  }

  it("is in a tab of its own when its reader signs out in another, and not lost without a question", async () => {
    const typing = await signIn("Person of office", path);
    await rejects(typing);
    await reason(typing).fill("Two of the members have");
    const other = await typing.context().newPage();
    await other.goto(`${play.stage.url}/nl/partners`);

    expect(await signOut(other, false)).toBe(`${web.unsent.elsewhere} ${web.unsent.leave}`);
    expect(await reason(typing).inputValue()).toBe("Two of the members have");
    await other.reload();
    await other.getByRole("button", { name: web["sign-in"].leave, exact: true }).waitFor();

    // Written for another step, it is out of sight and still not sent.
    await typing.locator("#open-ask-changes").click();
    expect(await signOut(other, true)).toBe(`${web.unsent.elsewhere} ${web.unsent.leave}`);
    await signInLinks(typing).first().waitFor();
    expect(await typing.content()).not.toContain("Two of the members have");
  });

  it("is asked about on its own page too, and no more once it is sent or taken away", async () => {
    const page = await signIn("Person of third-company", "/organisation/people");
    await arrivesAt(page, "/organisation/people");
    await page.reload();
    const address = page.getByLabel(identity.invitations.email);
    await address.fill("colleague@third-company.example");
    expect(await signOut(page, false)).toBe(`${web.unsent.here} ${web.unsent.leave}`);
    await press(page, identity.invitations.send);
    await page.getByRole("status").filter({ hasText: "colleague@third-company.example" }).waitFor();
    await address.fill("someone");
    await address.fill("");
    page.on("dialog", () => complaints().push("asked in vain"));
    await press(page, web["sign-in"].leave);
    await signInLinks(page).first().waitFor();
  });

  it("A4: a reason that was missing is not called missing once it is there", async () => {
    const page = await signIn("Person of office", path);
    await rejects(page);
    await press(page, words.send);
    await page.getByText(words.missing, { exact: true }).waitFor();
    await reason(page).fill("T");
    await page.getByText(words.missing, { exact: true }).waitFor({ state: "detached" });
    await reason(page).fill(" ");
    await page.getByText(words.missing, { exact: true }).waitFor();
  });

  it("A4: is read by the office under the parts of the form, and asked about by them", async () => {
    const page = await signIn("Person of office", path);
    for (const part of Object.values<string>(partnerships.sections))
      await page.getByRole("heading", { name: part, exact: true }).waitFor();
    await page.locator("#open-ask-changes").click();
    const contact = page.locator(`optgroup[label="${partnerships.sections.contact}"] option`);
    expect(await contact.first().textContent()).toBe(partnerships.fields.contactName);
    await page.locator("#question-add").selectOption("contactName");
    const full = `${partnerships.sections.contact}: ${partnerships.fields.contactName}`;
    await page.getByLabel(review.questions.about.replace("{{field}}", full)).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("A4: does not say that there is no connection when there is one again", async () => {
    const page = await signIn("Person of office", path);
    await aloneFromNow(page);
    await page.reload();
    await rejects(page);
    await reason(page).fill("Not enough members.");
    await page.route("**/api/**", (route) => route.abort());
    await press(page, words.send);
    await page.getByText(web.offline, { exact: true }).waitFor();
    await page.unroute("**/api/**");
    await page.locator(".connection").waitFor({ state: "detached" });
    await page.getByText(web["back-again"], { exact: true }).waitFor();
    expect(await page.getByText(web.offline, { exact: true }).count()).toBe(0);
    await press(page, words.send);
    await page.locator('.facts [data-state="rejected"]').waitFor();
    await arrivesAt(page, path);
  });

  it("leaves nothing in the console but refusals", () => {
    expect(complaints().filter((line) => !/401|ERR_FAILED/.test(line))).toEqual([]);
  });
});
