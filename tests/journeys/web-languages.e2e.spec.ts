import { readdirSync, readFileSync } from "node:fs";
import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { identity } from "#services/identity/identity.contract.ts";
import { inRole } from "#shared/access/principal.ts";
import { faultsOf, type Language, viewportOf, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { pagesIn } from "./web-routes.ts";
import { visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

/** How wide each page is opened, and how wide it is made as it stands. */
const widths: [Width, Width, Language][] = [
  [1280, 390, "de"],
  [390, 1280, "fr"],
];

/** All keys that have a text, without their file: what a reader would see of a text that is not there. */
const keys = new Set(
  readdirSync(new URL("../../i18n/en/", import.meta.url)).flatMap((file) =>
    pathsOf(JSON.parse(readFileSync(new URL(`../../i18n/en/${file}`, import.meta.url), "utf8"))),
  ),
);

function pathsOf(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [key] : pathsOf(text).map((path) => `${key}.${path}`),
  );
}

withBrowser.each(widths)(
  "every page in a browser of %i px and of %i px, in %s",
  (opened, turned, language) => {
    const play = openPlay();
    const { open, signIn, complaints } = visitorsOf(play, opened, language);
    const pages = pagesIn(language, "kobe-offshore-wind");

    /** What is wrong on a page that has come to rest. */
    async function wrongOn(page: Page, path: string): Promise<string[]> {
      await page.setViewportSize(viewportOf(opened));
      await page.goto(play.stage.url + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.locator(".waiting").first().waitFor({ state: "detached" });
      const words = (await page.evaluate<string>("document.body.innerText")).match(/[\w-]+(\.[\w-]+)+/g);
      const raw = (words ?? []).filter((word) => keys.has(word)).map((word) => `no text for ${word}`);
      const lang = await page.evaluate<string>("document.documentElement.lang");
      const faults = await faultsOf(page);
      await page.setViewportSize(viewportOf(turned));
      const inOtherWidth = (await faultsOf(page)).map((fault) => `at ${turned} px: ${fault}`);
      return [...faults, ...inOtherWidth, ...raw, ...(lang === language ? [] : [`is marked as ${lang}`])];
    }

    async function look(page: Page, paths: string[]): Promise<void> {
      for (const path of paths)
        expect({ path, wrong: await wrongOn(page, path) }).toEqual({ path, wrong: [] });
    }

    it("is sound for anyone", async () => {
      const page = await open("/");
      await look(page, pages.anyone);
    });

    it("A1: is sound for who registers a cluster", async () => {
      const { address } = await register(play.stage.product, { name: "In Every Language" }, false);
      const page = await open(address(language));
      await look(page, pages.cluster);
    });

    it("is sound for the office", async () => {
      const { product } = play.stage;
      await product.as(inRole("admin", "first-admin", "office"), identity.actions.admitPerson, {
        ...{ id: "an-admin", organisation: "office", roles: ["admin"], name: "One admin" },
        ...{ email: "admin@office.example", language },
      });
      await product.settled();
      const officer = await signIn("Person of office", "/admin/review");
      await look(officer, pages.office);
      const admin = await signIn("One admin", "/admin/people");
      await look(admin, [...pages.administration, "/admin/people/an-officer"]);
    });

    it("is sound for a member company", async () => {
      const member = await signIn("Person of first-company", "/organisation/people");
      await look(member, pages.member);
    });

    it("leaves nothing in the console", () => {
      expect(complaints()).toEqual([]);
    });
  },
);
