import { jest } from "@jest/globals";
import type { Page, Route } from "playwright-core";
import { identity } from "#services/identity/identity.contract.ts";
import { inRole } from "#shared/access/principal.ts";
import { aloneFromNow, faultsOf, type Language, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { openSection, register } from "./web-registration.ts";
import { textsOf } from "./web-texts.ts";
import { arrivesAt, visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const runs: [Width, Language][] = [
  [1280, "en"],
  [390, "nl"],
];

withBrowser.each(runs)("the pages in a browser of %i px, in %s", (width, language) => {
  const {
    access,
    identity: texts,
    kernel,
    missions,
    partnerships,
    review,
    sending,
    web,
    status,
  } = textsOf(language);
  const play = openPlay();
  const { windows, open, signIn, complaints } = visitorsOf(play, width, language);

  it("are sound for everyone, each with a title and its language", async () => {
    const page = await open("/");
    await arrivesAt(page, `/${language}`);
    const titles = new Set<string>();
    const mission = `/${language}/missions/${play.stage.mission}`;
    const paths = ["", "/missions", "/partners", "/register", "/nothing/here"].map(
      (path) => `/${language}${path}`,
    );
    for (const path of [...paths, mission, "/sign-in", "/admin/review"]) {
      await page.goto(play.stage.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("load");
      expect({ path, faults: await faultsOf(page) }).toEqual({ path, faults: [] });
      expect(await page.evaluate("document.documentElement.lang")).toBe(language);
      titles.add(await page.title());
    }
    expect(titles.size).toBe(paths.length + 3);
  });

  it("load from nowhere else, run nothing that stands in them, and tell nobody else anything", async () => {
    const page = await open("/");
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    const answer = await page.goto(`${play.stage.url}/${language}/missions`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect([...asked].filter((origin) => origin !== "null")).toEqual([new URL(play.stage.url).origin]);
    const policy = answer!.headers()["content-security-policy"]!;
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    const sources = policy.split("; ").flatMap((line) => line.split(" ").slice(1));
    for (const source of sources) expect(source).toMatch(/^('none'|'self'|'nonce-[\w+/=]+'|data:)$/);
  });

  it("K9: say why not and who may, and show no way to what a reader may not do", async () => {
    const { product, mission } = play.stage;
    const admit = identity.actions.admitPerson;
    for (const role of ["auditor", "admin"] as const)
      await product.as(inRole("admin", "first-admin", "office"), admit, {
        ...{ id: `an-${role}`, organisation: "office", roles: [role], name: `One ${role}` },
        ...{ email: `${role}@office.example`, language },
      });
    await product.settled();
    const admin = await signIn("One admin", "/admin/review");
    const why = admin.getByRole("alert");
    await why.getByText(access.policies["read-registrations"]).waitFor();
    for (const party of ["officer", "auditor"] as const)
      expect(await why.textContent()).toContain(kernel.parties[party]);
    const nav = admin.getByRole("navigation", { name: web.nav.main });
    expect(await nav.getByRole("link").allTextContents()).toEqual([
      texts.colleagues.nav,
      web.nav.letters,
      texts.people.nav,
      texts.erasures.nav,
      web.nav.settings,
      texts.changes.nav,
      texts.audit.nav,
      web.nav["public-site"],
    ]);
    expect(await faultsOf(admin)).toEqual([]);
    expect(await admin.locator("main").getByRole("link").count()).toBe(0);
    expect(await admin.locator("main details").count()).toBe(0);
    // A browser complains of each refusal, and here they are meant.
    windows.splice(windows.findIndex(({ page }) => page === admin));
    const auditor = await signIn("One auditor", `/admin/missions/${mission}`);
    await auditor.locator('[data-entries="confirmed"] li').waitFor();
    expect(await auditor.getByRole("button", { name: missions["sign-up"].withdraw }).count()).toBe(0);
    expect(await auditor.getByText(missions.entries["for-company"]).count()).toBe(0);
  });

  it("put the reader at the heading of the page that a link opens", async () => {
    const page = await open(`/${language}`);
    await page.getByRole("link", { name: web.nav.missions, exact: true }).click();
    await arrivesAt(page, "/missions");
    await page.locator("h1:focus").waitFor();
    expect(await page.locator("h1").textContent()).toBe(missions.missions.title);
  });

  it("keep the answers of two people who write in one registration, and let them choose where both wrote", async () => {
    const { address } = await register(play.stage.product, { name: "Before", teamHundredths: 40 }, false);
    const [one, two] = [await open(address(language)), await open(address(language))];
    for (const page of [one, two]) {
      await openSection(page, play.stage.url, language, "organisation");
      expect(page.url()).not.toContain("#");
    }
    const legalForm = two.getByLabel(partnerships.fields.legalForm, { exact: true });
    await nameIn(one).fill("First by one");
    await nameIn(one).blur();
    await one.locator('[data-saving="saved"]').waitFor();
    await legalForm.fill("Foundation");
    await legalForm.blur();
    await two.locator('input[value="First by one"]').waitFor();

    await nameIn(one).fill("Name by one");
    await nameIn(one).blur();
    await one.locator('[data-saving="saved"]').waitFor();
    await nameIn(two).fill("Name by two");
    await nameIn(two).blur();
    await two.getByRole("heading", { name: sending.clash.title }).waitFor();
    expect(await faultsOf(two)).toEqual([]);
    await two.getByRole("link", { name: partnerships.overview.to, exact: true }).click();
    await two.getByRole("button", { name: partnerships.check.title }).click();
    const failing = sending.before.failing_one.replace("{{count, number}}", "1");
    await two.locator("form").getByText(failing).waitFor();
    expect(await faultsOf(two)).toEqual([]);
    expect(await two.locator(".clash").textContent()).toContain("Name by one");
    expect(await two.locator(".clash").textContent()).toContain("Name by two");
    // The box is far above the buttons.
    await two.getByRole("button", { name: sending.before.choose }).click();
    await two.locator(".clashes:focus").waitFor();
    await two.getByRole("button", { name: sending.clash["keep-mine"] }).click();
    await two.locator(".clashes").waitFor({ state: "detached" });
    await two.locator("#answer-name:focus").waitFor();
    await two.locator('[data-saving="saved"]').waitFor();

    await one.reload();
    expect(await nameIn(one).inputValue()).toBe("Name by two");
    expect(await one.getByLabel(partnerships.fields.legalForm, { exact: true }).inputValue()).toBe(
      "Foundation",
    );
  });

  it("send what is saved and was seen, and nothing else", async () => {
    const { address } = await register(play.stage.product, { name: "Seen by both" }, false);
    const [one, two] = [await open(address(language)), await open(address(language))];
    for (const page of [one, two]) await openSection(page, play.stage.url, language, "organisation");
    const toCheck = async (page: Page) => {
      await page.getByRole("link", { name: partnerships.overview.to, exact: true }).click();
      await page.getByRole("button", { name: partnerships.check.title }).click();
    };
    const send = (page: Page) => page.getByRole("button", { name: web.form.send }).click();
    const sent: string[] = [];
    one.on("request", (request) => sent.push(`${request.method()} ${request.url().split("/").at(-1)}`));
    await one.route("**/draft", (route) => route.abort());
    await nameIn(one).fill("Not saved at first");
    await toCheck(one);
    await send(one);
    await one.locator('[data-saving="failed"]').waitFor();
    expect(sent).not.toContain("POST submission");
    // This one does not hear of it before it sends.
    await toCheck(two);
    await two.route("**/own", (route) => route.abort());
    await one.unroute("**/draft");
    // The page tries again by itself too, and then there is nothing to press.
    const saved = one.locator('[data-saving="saved"]');
    await one.getByRole("button", { name: web.form.save, exact: true }).or(saved).first().click();
    await saved.waitFor();

    await send(two);
    await two.getByText(kernel.refusals.stale).waitFor();
    await two.unroute("**/own");
    await two.locator('[data-answer="name"]').getByText("Not saved at first").waitFor();
    await send(two);
    await two.locator('[data-state="submitted"]').waitFor();
    await one.getByText(web.form.closed).waitFor();
    expect(sent).not.toContain("POST submission");
  });

  it("let the office ask for changes, waive and accept, and say why a step is refused", async () => {
    const { id, address } = await register(
      play.stage.product,
      { name: "Small Cluster", teamHundredths: 20 },
      true,
    );
    const cluster = await open(address(language));
    await cluster.locator('[data-state="submitted"]').waitFor();
    const office = await signIn("Person of office", `/admin/review/${id}`);
    const step = (name: string) => office.getByRole("button", { name, exact: true });
    const { "ask-changes": asking, waive } = review.words;

    await office.getByText(review["not-met"]).waitFor();
    expect(await step(capital(partnerships.steps.accept)).count()).toBe(0);
    expect(await faultsOf(office)).toEqual([]);

    await step(capital(partnerships.steps["ask-changes"])).click();
    await office.locator("form").getByRole("button", { name: asking.send }).click();
    await office.getByText(asking.missing).waitFor();
    await office.getByLabel(asking.label).fill("How large is your team?");
    await office.locator("form").getByRole("button", { name: asking.send }).click();
    await office.locator('.facts [data-state="changes-asked"]').waitFor();

    await cluster.getByText("How large is your team?").first().waitFor();
    expect(await faultsOf(cluster)).toEqual([]);
    await cluster.getByRole("link", { name: status.edit }).click();
    await cluster.getByRole("button", { name: partnerships.check.title }).click();
    await cluster.getByRole("button", { name: web.form["send-again"] }).click();
    await arrivesAt(cluster, "/register/status");

    await office.locator('.facts [data-state="submitted"]').waitFor();
    await step(capital(partnerships.steps.waive)).click();
    await office.getByLabel(waive.label).fill("A national label");
    await office.locator("form").getByRole("button", { name: waive.send }).click();
    await office.locator('[data-criterion="team"][data-verdict="waived"]').waitFor();
    expect(await faultsOf(office)).toEqual([]);

    // A second officer's page that has not heard of it decides on what it saw.
    const behind = await signIn("Person of office", "/admin/review");
    await aloneFromNow(behind);
    await behind.route("**/api/live*", (route) => route.abort());
    await behind.reload();
    await behind.getByRole("link", { name: "Small Cluster" }).click();
    await behind.getByRole("button", { name: capital(partnerships.steps.reject), exact: true }).click();
    await behind.getByLabel(review.words.reject.label).fill("Too small.");
    await step(capital(partnerships.steps.accept)).click();
    await office.locator('.facts [data-state="accepted"]').waitFor();
    await behind.getByRole("button", { name: review.words.reject.send }).click();
    await behind.getByText(kernel.refusals.stale).waitFor();
    await behind.locator('.facts [data-state="accepted"]').waitFor();
    await cluster.locator('[data-state="accepted"]').waitFor();
  });

  const away: [string, (route: Route) => Promise<void>][] = [
    ["nothing answers", (route) => route.abort()],
    [
      "a proxy answers that nothing does",
      (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }),
    ],
  ];
  it.each(away)("say that the connection is lost when %s, and keep what was there", async (_what, answer) => {
    const page = await open(`/${language}/missions`);
    await aloneFromNow(page);
    await page.reload();
    await page.locator(".mission-row").waitFor();
    await page.route("**/api/**", answer);
    await page.getByRole("link", { name: web.nav.partners, exact: true }).click();
    await page.getByText(web.offline).waitFor();
    await page.locator(".connection").waitFor();
    await page.unroute("**/api/**");
    await page.locator("#found").waitFor();
    await page.locator(".connection").waitFor({ state: "detached" });
    windows.pop();
  });

  it("open, when they were not fetched yet, once the connection is back, and says so meanwhile", async () => {
    const page = await open(`/${language}/missions`);
    await page.locator(".mission-row").waitFor();
    await page.context().setOffline(true);
    await page.getByRole("link", { name: web.nav.partners, exact: true }).click();
    await page.getByRole("heading", { name: web.broken.title }).waitFor();
    await page.context().setOffline(false);
    await page.locator("#found").waitFor();
    windows.pop();
  });

  it("leave nothing in the console", () => {
    const lost = /ERR_FAILED|net::ERR/;
    expect(complaints().filter((one) => !lost.test(one))).toEqual([]);
  });

  const nameIn = (page: Page) => page.getByLabel(partnerships.fields.name, { exact: true });
});

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
