import { jest } from "@jest/globals";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { firstAdminLink } from "#services/identity/first-admin/opening.ts";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openEmptyPlay, withBrowser } from "./web-play.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "de"],
  [390, "fr"],
];

withBrowser.each(runs)("opening an installation, in a browser of %i px, in %s", (width, language) => {
  const { identity, settings, web } = textsOf(language);
  const { account } = identity;
  const words = identity["first-admin"];
  const signIn = { ...web["sign-in"], ...identity["sign-in"] };
  const play = openEmptyPlay();
  const { open, complaints } = visitorsOf(play, width, language);
  const link = () => `/first-admin#${firstAdminLink(play.stage.kernel.config.secret)}`;
  let page: Page;

  it("asks who they are, says what is missing or wrong at its field, and leads to a password", async () => {
    page = await open(link());
    await press(page, words["go-on"]);
    const organisation = page.getByLabel(words.organisation);
    expect(await organisation.evaluate((input: any) => input === input.ownerDocument.activeElement)).toBe(
      true,
    );
    expect(await page.getByText(signIn.missing).count()).toBe(4);
    expect(await faultsOf(page)).toEqual([]);
    await organisation.fill("Getijkracht");
    await page.getByLabel(words.name).fill("Ada Maes");
    await page.getByLabel(signIn.email).fill("ada at getijkracht");
    await page.getByLabel(words.country).selectOption("BE");
    await press(page, words["go-on"]);
    await page.getByText(signIn["email-wrong"]).waitFor();
    await page.getByLabel(signIn.email).fill("ada@getijkracht.example");
    await press(page, words["go-on"]);
    await arrivesAt(page, "/sign-in/new-password");
    await page.getByLabel(signIn["new-password"]).fill("lantern 7 oyster gravel");
    await press(page, signIn.choose);
    await arrivesAt(page, "/account");
  });

  it("sets a second factor up, and stands in the office", async () => {
    await press(page, account["set-up"]);
    const seed = (await page.locator("code").textContent())!.replaceAll(" ", "");
    await page.getByLabel(signIn.code).fill(new TOTP({ secret: Secret.fromBase32(seed) }).generate());
    await press(page, account.confirm);
    await press(page, account.kept);
    await arrivesAt(page, "/admin/settings");
    await page.getByText(settings.page["nothing-yet"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("lets nobody in by the same link again", async () => {
    const other = await open(link());
    await other.getByLabel(words.organisation).fill("Another");
    await other.getByLabel(words.name).fill("Eve");
    await other.getByLabel(signIn.email).fill("eve@another.example");
    await other.getByLabel(words.country).selectOption("BE");
    await press(other, words["go-on"]);
    await other.getByText(identity.refusals["first-admin-over"]).waitFor();
    expect(await faultsOf(other)).toEqual([]);
    await other.getByRole("link", { name: signIn.link }).last().click();
    await arrivesAt(other, "/sign-in");
  });

  it("went without a complaint of the browser", () => {
    const expected = /404/;
    expect(complaints().filter((text) => !expected.test(text))).toEqual([]);
  });
});
