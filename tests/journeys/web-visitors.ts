import type { Page } from "playwright-core";
import type { Language, Width, Window } from "./web-browser.ts";

type Play = { stage: { url: string }; openWindow(width: Width, language: Language): Promise<Window> };

/** People who come to the portal, each in a window of their own. */
export function visitorsOf(play: Play, width: Width, language: Language) {
  const windows: Window[] = [];

  async function open(path: string): Promise<Page> {
    const window = await play.openWindow(width, language);
    windows.push(window);
    await window.page.goto(play.stage.url + path);
    return window.page;
  }

  /** As a person of the demo, who is chosen by name; then where they were going, or where that leads. */
  async function signIn(person: string, back: string): Promise<Page> {
    const page = await open(`/sign-in?back=${encodeURIComponent(back)}`);
    await page.getByRole("button", { name: person }).click();
    await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
    return page;
  }

  return { windows, open, signIn, complaints: () => windows.flatMap(({ complaints }) => complaints) };
}

/**
 * That the page has this path, in whatever language, with what is asked for in it: an address may also carry it as where
 * somebody is going back to.
 */
export const arrivesAt = (page: Page, path: string) =>
  page.waitForURL(({ pathname, search }) =>
    [pathname, pathname.replace(/^\/(nl|en|fr|de)(?=\/)/, "")].some(
      (one) => path === one || path === one + search,
    ),
  );

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
