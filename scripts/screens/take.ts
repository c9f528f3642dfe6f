import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { locales } from "#shared/i18n/i18n.ts";
import { type Language, launch, openWindow, type Width } from "../../tests/journeys/web-browser.ts";
import { pagesIn } from "../../tests/journeys/web-routes.ts";
import { step } from "../progress.mjs";
import { beginRegistration, personIn, signIn } from "./visitors.ts";

type Wanted = { url: string; browser: string; folder: string; gaveUp: () => boolean };

const patienceMs = 120_000;
const widths: Width[] = [1280, 390];

/** `<folder>/<language>/<width>/<who>-<page>.png`; how many there are. */
export async function takeScreens({ url, browser: path, folder, gaveUp }: Wanted): Promise<number> {
  const browser = await launch(path);
  const mission = await firstMission(url);
  let taken = 0;
  try {
    for (const language of locales as Language[])
      for (const width of widths) {
        if (gaveUp()) return taken;
        const into = join(folder, language, String(width));
        const work = () => everyPage(browser, { url, language, width, mission, into, gaveUp });
        taken += await step(
          `${language}, ${width} px`,
          work,
          (count) => `${language}, ${width} px: ${count}`,
        );
      }
  } finally {
    await browser.close();
  }
  return taken;
}

async function firstMission(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/missions?limit=1`);
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  return rows[0]!.id;
}

type Round = {
  url: string;
  language: Language;
  width: Width;
  mission: string;
  into: string;
  gaveUp: () => boolean;
};

async function everyPage(browser: Browser, round: Round): Promise<number> {
  const { url, language, width, mission, into, gaveUp } = round;
  mkdirSync(into, { recursive: true });
  let taken = 0;
  for (const [who, paths] of Object.entries(pagesIn(language, mission))) {
    const { context, page } = await openWindow(browser, width, language);
    // A long page in full takes a busy machine longer than any test waits.
    context.setDefaultTimeout(patienceMs);
    try {
      await page.goto(`${url}/${language}`);
      await comeAs[who as keyof typeof comeAs](page, language);
      for (const path of paths) {
        if (gaveUp()) return taken;
        await atRest(page, url + path);
        await page.screenshot({ path: join(into, `${who}-${nameOf(path, language)}.png`), fullPage: true });
        taken++;
      }
    } finally {
      await context.close();
    }
  }
  return taken;
}

const comeAs: Record<keyof ReturnType<typeof pagesIn>, (page: Page, language: string) => Promise<unknown>> = {
  anyone: async () => {},
  cluster: beginRegistration,
  office: async (page) => signIn(page, await personIn(page, "officer")),
  administration: async (page) => signIn(page, await personIn(page, "admin")),
  member: async (page) => signIn(page, await personIn(page, "member")),
};

async function atRest(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".waiting").first().waitFor({ state: "detached" });
}

/** Of a file: without the language, which its folder has. */
const nameOf = (path: string, language: string) =>
  path
    .replace(new RegExp(`^/${language}(?=/|$)`), "")
    .replace(/[^a-z0-9]+/gi, "-")
    .replace(/^-|-$/g, "") || "home";
