import { jest } from "@jest/globals";
import { faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, press, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const sizes: [Width, Language][] = [
  [1280, "nl"],
  [390, "en"],
];

withBrowser.each(sizes)("duplicates in a browser of %i px, in %s", (width, language) => {
  const { identity, partnerships, review, status } = textsOf(language);
  const { mergers } = review;
  const play = openPlay();
  const { open, signIn, complaints } = visitorsOf(play, width, language);
  let kept: Awaited<ReturnType<typeof register>>;
  let gone: Awaited<ReturnType<typeof register>>;

  it("A3: are seen side by side, become one with the parts that were chosen, and the old address leads there", async () => {
    const website = "https://port.example";
    kept = await register(play.stage.product, { name: "Port of the North", website }, "published");
    gone = await register(play.stage.product, { name: "Northern Port", website }, "published");
    const page = await signIn("Person of office", `/admin/review/${gone.id}`);
    await page.getByRole("link", { name: `${mergers.compare} Port of the North` }).click();
    await page.getByRole("heading", { name: mergers.title }).waitFor();
    await page.getByText(mergers.sides.stays.replace("{{name}}", "Port of the North")).first().waitFor();
    await page.getByRole("radio", { name: "Northern Port" }).check();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, mergers.do);
    await page.locator("#merge-why:focus").waitFor();
    await page.getByText(mergers.why.missing).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator("#merge-why").fill("Both are the port of one city.");
    await press(page, mergers.do);
    await arrivesAt(page, `/admin/review/${kept.id}`);
    await page.getByRole("link", { name: "Northern Port" }).first().waitFor();
    await page.locator(".timeline").getByText("Both are the port of one city.").waitFor();
    expect(await faultsOf(page)).toEqual([]);

    const visitor = await open(`/${language}/partners/${gone.id}`);
    await arrivesAt(visitor, `/partners/${kept.id}`);
    await visitor.getByRole("heading", { level: 1, name: "Northern Port" }).waitFor();
    const told = await fetch(`${play.stage.url}/${language}/partners/${gone.id}`, { redirect: "manual" });
    expect([told.status, told.headers.get("location")]).toEqual([308, `/${language}/partners/${kept.id}`]);
  });

  it("A3: are two again when that is undone, as they were", async () => {
    const page = await signIn("Person of office", `/admin/review/${gone.id}`);
    await page.locator('[data-state="merged"]').waitFor();
    await page.getByRole("button", { name: `${mergers.merged.undo} Port of the North` }).waitFor();
    // From the one that stays, too: there one is taken after a merge.
    await page.goto(`${play.stage.url}/admin/review/${kept.id}`);
    await press(page, `${mergers.merged.undo} Northern Port`);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(`#undo-why-${gone.id}`).fill("They are two ports.");
    await press(page, mergers.merged.undo);
    await page.getByRole("heading", { name: mergers.merged.title }).waitFor({ state: "detached" });
    await page.goto(`${play.stage.url}/admin/review/${gone.id}`);
    await page.locator('[data-state="published"]').first().waitFor();
    await page.locator(".timeline").getByText(partnerships.events.MergeUndone).waitFor();
    const visitor = await open(`/${language}/partners/${gone.id}`);
    await visitor.getByRole("heading", { level: 1, name: "Northern Port" }).waitFor();
    await visitor.goto(`${play.stage.url}/${language}/partners/${kept.id}`);
    await visitor.getByRole("heading", { level: 1, name: "Port of the North" }).waitFor();
  });

  it("A3: wait for what is still to be decided, with the way there", async () => {
    const late = await register(play.stage.product, { name: "Third Port" }, true);
    const page = await signIn("Person of office", `/admin/review/${kept.id}?beside=${late.id}`);
    await page.getByText(mergers["under-way"]).waitFor();
    expect(await page.getByRole("button", { name: mergers.do, exact: true }).count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: "Third Port" }).click();
    await arrivesAt(page, `/admin/review/${late.id}`);
  });

  it("I5: a registration and a mission are shown as they were, with what made each field so", async () => {
    const page = await signIn("Person of office", `/admin/review/${gone.id}`);
    await press(page, identity["as-it-was"].open);
    await page.getByLabel(identity["as-it-was"].ask).fill("2099-01-01T10:00");
    await press(page, identity["as-it-was"].show);
    const facts = page.locator(".facts-was");
    await facts.getByText("They are two ports.").waitFor();
    await facts.getByText(partnerships.events.RegistrationSubmitted).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel(identity["as-it-was"].ask).fill("2001-01-01T10:00");
    await press(page, identity["as-it-was"].show);
    await page.getByText(identity["as-it-was"].nothing).waitFor();

    await page.goto(`${play.stage.url}/admin/missions/${play.stage.mission}`);
    await press(page, identity["as-it-was"].open);
    await page.getByLabel(identity["as-it-was"].ask).fill("2099-01-01T10:00");
    await press(page, identity["as-it-was"].show);
    await page.locator(".facts-was").getByText("Kobe, ", { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("A3: let the cluster of the one that went take its page down, and show nothing of it any more", async () => {
    const officer = await signIn("Person of office", `/admin/review/${gone.id}?beside=${kept.id}`);
    await officer.getByRole("radio", { name: "Northern Port" }).check();
    await officer.locator("#merge-why").fill("One port after all.");
    await press(officer, mergers.do);
    await arrivesAt(officer, `/admin/review/${kept.id}`);
    await officer.goto(`${play.stage.url}/admin/review/${gone.id}`);
    await press(officer, review["take-down"].ask);
    await officer.getByText(review["merged-page"].consequence).waitFor();
    await officer.getByText(review["merged-page"].erasure).waitFor();
    expect(await faultsOf(officer)).toEqual([]);

    const cluster = await open(gone.address(language));
    await press(cluster, status["take-down"].ask);
    await cluster.getByText(status["merged-page"].consequence).waitFor();
    expect(await faultsOf(cluster)).toEqual([]);
    await press(cluster, status["take-down"].yes);
    await cluster.getByText(partnerships.events.ProfileTakenDown).waitFor();
    await cluster.locator('[data-state="merged"]').waitFor();
    expect(await cluster.getByRole("button", { name: status["take-down"].ask }).count()).toBe(0);
    await press(cluster, status.erasure.ask);
    await cluster.getByText(status["merged-page"].erasure).waitFor();

    const visitor = await open(`/${language}/partners/${kept.id}`);
    await visitor.getByRole("heading", { level: 1, name: "Port of the North" }).waitFor();
  });

  it("leave nothing in the console of a browser", () => expect(complaints()).toEqual([]));
});
