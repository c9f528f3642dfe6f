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

withBrowser.each(sizes)("an officer's day in a browser of %i px, in %s", (width, language) => {
  const { partnerships, queue, review, sending, status, web } = textsOf(language);
  const play = openPlay();
  const { open, signIn, complaints } = visitorsOf(play, width, language);
  const clusters: Awaited<ReturnType<typeof register>>[] = [];

  it("I1, I3: shows what waits, opens it in its place, and the next by itself once it is done, and takes a decision back", async () => {
    const website = "https://same.example";
    for (const own of [
      { name: "First Cluster" },
      { name: "Second Cluster", website },
      { name: "Third Cluster", website },
    ])
      clusters.push(await register(play.stage.product, own, true));
    const page = await signIn("Person of office", "/admin");
    const list = page.locator(".queue-rows li");
    await list.nth(2).waitFor();
    expect(await list.locator("strong").allTextContents()).toEqual([
      "First Cluster",
      "Second Cluster",
      "Third Cluster",
    ]);
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("j");
    await page.locator("#queue-item:focus", { hasText: "First Cluster" }).waitFor();
    await page.locator("#take-accept").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("r");
    await page
      .getByLabel(review.words["ask-changes"].label)
      .fill("Which harbours? a, r and s are letters here.");
    await page.locator("#question-add").selectOption("website");
    await page.locator("#question-website:focus").fill("Where are its pages in English?");
    expect(await faultsOf(page)).toEqual([]);
    await page.locator("form").getByRole("button", { name: review.words["ask-changes"].send }).click();
    await page.locator("#queue-item:focus", { hasText: "Second Cluster" }).waitFor();
    await page.getByText(queue.done.replace("{{name}}", "First Cluster")).waitFor();
    await page.locator("#take-accept").waitFor();
    await page.keyboard.press("a");
    const warning = review["alike-first"].replace("{{names, list}}", "Third Cluster");
    await page.getByRole("alert").filter({ hasText: warning }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("a");
    await page.locator("#queue-item:focus", { hasText: "Third Cluster" }).waitFor();
    // Too early, by the same key: it comes back, and waits in its place.
    await page.locator("#undo-last").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("u");
    await page.locator("#queue-item:focus", { hasText: "Second Cluster" }).waitFor();
    await list.nth(1).waitFor({ state: "attached" });
    await page.locator("#take-accept").waitFor();
    await page.keyboard.press("a");
    await page.getByRole("alert").filter({ hasText: warning }).waitFor();
    await page.keyboard.press("a");
    await page.locator("#queue-item:focus", { hasText: "Third Cluster" }).waitFor();
    await page.locator("#open-put-off").waitFor();
    await page.keyboard.press("s");
    await page.locator("#put-off-first:focus").waitFor();
    await page.keyboard.press("Enter");
    await page
      .locator("#registration-owner", { hasText: review.owner["put-off-until"].split(" {{")[0]! })
      .waitFor();
    await press(page, queue.close);
    await page.getByText(queue.nothing).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("prints what was sent and decided, without what can only be pressed", async () => {
    const page = await signIn("Person of office", `/admin/review/${clusters[0]!.id}`);
    await page.getByRole("heading", { name: review.answers }).waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("heading", { name: review.answers }).isVisible()).toBe(true);
    expect(await page.getByRole("heading", { name: review.decide, exact: true }).isVisible()).toBe(false);
    expect(await page.locator("main button:visible").count()).toBe(0);
  });

  it("A4: asks about one answer where it is given, and shows the office what was said and what changed", async () => {
    const page = await open(clusters[0]!.address(language));
    await arrivesAt(page, "/register/status");
    await page.getByText("Where are its pages in English?").first().waitFor();
    await page.goto(`${play.stage.url}/${language}/register/form`);
    await page.locator('a[href*="answer-website"]').click();
    const asked = page.locator('[data-asked="website"]');
    await asked.getByLabel(sending.asked.reply).fill("They come in spring.");
    await page.locator("#answer-website").fill("https://cluster.example/en");
    await page.locator("#answer-website").blur();
    await page.locator('[data-saving="saved"]').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${play.stage.url}/${language}/register/form/check`);
    const written = page.locator("[data-own-reply]", { hasText: "They come in spring." });
    await written.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, web.form["send-again"]);
    await arrivesAt(page, "/register/status");
    await page.locator('[data-state="submitted"]').waitFor();
    await written.waitFor();
    const office = await signIn("Person of office", `/admin/review/${clusters[0]!.id}`);
    await office.getByText("They come in spring.").waitFor();
    const changed = office.locator('[data-changed="true"]', { hasText: "https://cluster.example/en" });
    await changed.waitFor();
    // Apart from what it is now, also for who hears it.
    await changed.locator("p", { hasText: review.before }).locator("del").waitFor();
    expect(await faultsOf(office)).toEqual([]);
  });

  it("A4: shows what was left empty as such, and asks about that too", async () => {
    const office = await signIn("Person of office", `/admin/review/${clusters[0]!.id}`);
    const empty = office.locator("dt", { hasText: partnerships.fields.recognisedBy }).locator("+ dd");
    await empty.getByText(sending.change.none, { exact: true }).waitFor();
    await office.locator("#open-ask-changes").click();
    await office.locator("#question-add").selectOption("recognisedBy");
    await office.locator("#question-recognisedBy:focus").fill("By whom?");
    expect(await faultsOf(office)).toEqual([]);
  });

  it("A4: warns of a cluster that looks the same until it is accepted, and no longer", async () => {
    const website = "https://twin.example";
    const { id } = await register(play.stage.product, { name: "One Twin", website }, true);
    await register(play.stage.product, { name: "Other Twin", website }, true);
    const office = await signIn("Person of office", `/admin/review/${id}`);
    const warning = review["alike-first"].replace("{{names, list}}", "Other Twin");
    await office.locator("#take-accept").click();
    await office.getByRole("alert").filter({ hasText: warning }).waitFor();
    await office.locator("#take-accept").click();
    await office.locator('#registration-state [data-state="accepted"]').waitFor();
    expect(await office.getByText(warning).count()).toBe(0);
  });

  it("A4: tells the applicant who handles it, and lets them take it back", async () => {
    const page = await open(clusters[2]!.address(language));
    await arrivesAt(page, "/register/status");
    await page.getByText(status.owner.replace("{{name}}", "Person of office")).waitFor();
    await press(page, status.withdraw.ask);
    await press(page, status.withdraw.yes);
    await page.locator('#own-state:focus [data-state="draft"]').waitFor();
    await page.getByText(status.means.withdrawn).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("A4: lets a cluster try again after a rejection, with the reason before it", async () => {
    const { id, address } = await register(play.stage.product, { name: "Rejected Cluster" }, true);
    const office = await signIn("Person of office", `/admin/review/${id}`);
    const reject = partnerships.steps.reject;
    await office.locator("#open-reject", { hasText: new RegExp(reject, "i") }).click();
    await office.getByLabel(review.words.reject.label).fill("We miss your members.");
    await press(office, review.words.reject.send);
    await office.locator('#registration-state [data-state="rejected"]').waitFor();
    const page = await open(address(language));
    await arrivesAt(page, "/register/status");
    await page.getByText("We miss your members.").waitFor();
    await page.getByRole("link", { name: status.edit }).click();
    await arrivesAt(page, "/register/form");
    await page.getByRole("heading", { name: partnerships["why-rejected"] }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${play.stage.url}/${language}/register/form/check`);
    await press(page, web.form["send-again"]);
    await arrivesAt(page, "/register/status");
    await page.locator('[data-state="submitted"]').waitFor();
  });

  it("I1: says when a colleague is away", async () => {
    const page = await signIn("Person of office", "/admin/officers");
    await press(page, `${queue.officers.set} Person of office`);
    await page.getByLabel(queue.officers.from).fill("2031-01-06");
    await press(page, queue.officers.save);
    await page.getByText(queue.officers["day-missing"]).waitFor();
    await page.getByLabel(queue.officers.until).fill("2031-01-10");
    await press(page, queue.officers.save);
    await page.getByText(queue.officers["no-deputy"]).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(page, `${queue.officers.back} Person of office`);
    await page.getByText(queue.officers["no-deputy"]).waitFor({ state: "detached" });
  });

  it("leaves nothing in the console", () => {
    expect(complaints()).toEqual([]);
  });
});
