import type { Browser } from "playwright-core";
import type { Config } from "#shared/config/config.ts";
import { testServers } from "#shared/config/test-servers.ts";
import { buildWeb } from "../../scripts/build-web.ts";
import type { Shape } from "../faults/portal.ts";
import { type Product, startProduct } from "../kit/product.ts";
import { type Language, launch, openWindow, type Width } from "./web-browser.ts";
import { setStage } from "./web-stage.ts";

const { chromium } = testServers();

/** Counted as skipped where there is no browser. */
export const withBrowser = chromium ? describe : describe.skip;

/** The web app on a stage of its own, and a browser to look at it, for all specs of a block. */
export const openPlay = (
  shape: Shape = "one process",
  configure: () => Promise<Partial<Config>> = async () => ({}),
) => playOn(async () => setStage(shape, await configure()));

/** The web app of an installation that knows nobody yet. */
export const openEmptyPlay = () => playOn(() => startProduct({ config: { demo: false } }));

function playOn<S extends Pick<Product, "url" | "stop">>(set: () => Promise<S>) {
  let browser: Browser;
  let stage: S;

  beforeAll(async () => {
    await buildWeb();
    stage = await set();
    browser = await launch(chromium!);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  return {
    get stage() {
      return stage;
    },
    openWindow: (width: Width, language: Language) => openWindow(browser, width, language),
  };
}
