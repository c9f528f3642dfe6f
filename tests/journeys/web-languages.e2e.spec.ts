import { readdirSync, readFileSync } from "node:fs";
import { jest } from "@jest/globals";
import type { Page } from "playwright-core";
import { identity } from "#services/identity/identity.contract.ts";
import { inRole } from "#shared/access/principal.ts";
import { faultsOf, type Language, viewportOf, type Width } from "./web-browser.ts";
import { openPlay, withBrowser } from "./web-play.ts";
import { register } from "./web-registration.ts";
import { visitorsOf } from "./web-visitors.ts";

jest.setTimeout(240_000);

const anyone = ["", "/missions", "/missions/kobe-offshore-wind", "/partners", "/register", "/register/form"];
const about = ["/help", "/privacy", "/accessibility", "/nothing/here"];
const form = ["country", "organisation", "contact", "members", "team", "recognition", "sectors"];
const rest = ["cooperation", "declaration", "check"];
const cluster = ["status", "form", ...[...form, ...rest].map((section) => `form/${section}`)];
const office = [
  "",
  "officers",
  "review",
  "missions",
  "missions/kobe-offshore-wind",
  "missions/kobe-offshore-wind/seats",
  "organisations",
  "letters",
  "access",
];
const administration = ["people", "people/an-officer", "settings", "erasures", "audit", "changes"];

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
      await look(
        page,
        [...anyone, ...about].map((path) => `/${language}${path}`),
      );
      await look(page, ["/sign-in", "/sign-in/password"]);
    });

    it("A1: is sound for who registers a cluster", async () => {
      const { address } = await register(play.stage.product, { name: "In Every Language" }, false);
      const page = await open(address(language));
      await look(
        page,
        cluster.map((path) => `/${language}/register/${path}`),
      );
    });

    it("is sound for the office", async () => {
      const { product } = play.stage;
      await product.as(inRole("admin", "first-admin", "office"), identity.actions.admitPerson, {
        ...{ id: "an-admin", organisation: "office", roles: ["admin"], name: "One admin" },
        ...{ email: "admin@office.example", language },
      });
      await product.settled();
      const officer = await signIn("Person of office", "/admin/review");
      await look(
        officer,
        office.map((path) => `/admin/${path}`),
      );
      const admin = await signIn("One admin", "/admin/people");
      await look(admin, [...administration.map((path) => `/admin/${path}`), "/account"]);
    });

    it("is sound for a member company", async () => {
      const member = await signIn("Person of first-company", "/organisation/people");
      const mission = `/${language}/missions/kobe-offshore-wind`;
      const steps = ["", "/check", "/check?seats=9&least=2", "/done"].map(
        (step) => `${mission}/sign-up${step}`,
      );
      const own = [`/${language}/me`, `/${language}/missions`, mission];
      await look(member, ["/organisation/people", "/account", ...own, ...steps]);
    });

    it("leaves nothing in the console", () => {
      expect(complaints()).toEqual([]);
    });
  },
);
