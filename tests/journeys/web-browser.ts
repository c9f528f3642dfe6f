import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags });

export type Width = 1280 | 390;
export type Language = "nl" | "en" | "fr" | "de";

export const viewportOf = (width: Width) => ({ width, height: width === 390 ? 844 : 860 });

/** A browser window of someone, with what went wrong in it. */
export type Window = { context: BrowserContext; page: Page; complaints: string[] };

export async function openWindow(browser: Browser, width: Width, language: Language): Promise<Window> {
  const context = await browser.newContext({
    viewport: viewportOf(width),
    locale: language,
    timezoneId: "Europe/Brussels",
  });
  // Long, for a machine that runs all tests at once; waiting ends as soon as the thing is there.
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refusal is an answer; the browser writes each to its console.
    const refused = /status of (404|409|412|422)/.test(message.text());
    if (message.type() === "error" && !refused) complaints.push(message.text());
  });
  return { context, page, complaints };
}

/** From its next address on the page has a connection of its own, which a test can hold up as it can all else that it asks. */
export const aloneFromNow = (page: Page) => page.addInitScript("delete window.SharedWorker");

/** Faults of a page as it stands: what axe finds, colours that are equal, and sideways scrolling. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const violations = found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
  // Text in the colour of its ground is for axe a doubt and no violation.
  const equal = found.incomplete
    .flatMap(({ nodes }) => nodes)
    .filter(({ any }) => any.some(({ data }) => data?.messageKey === "equalRatio"))
    .map(({ html }) => `equal colours: ${html.slice(0, 160)}`);
  const over = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return [...violations, ...equal, ...(over > 0 ? [`scrolls sideways by ${over} px`] : [])];
}
