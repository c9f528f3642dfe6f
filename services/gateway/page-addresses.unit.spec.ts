import { readdirSync } from "node:fs";
import { isPageAddress } from "./page-addresses.ts";

/** The address of each page of the web app, from the names of its files. */
const pages = readdirSync(new URL("../../web/src/routes/", import.meta.url))
  .filter((file) => !file.startsWith("__"))
  .map((file) => file.replace(/\.tsx$/, "").split("."))
  .map((parts) => `/${parts.filter((part) => part !== "index").join("/")}`)
  .map((path) => path.replace("$lang", "nl").replace("{-$step}", "check").replace(/\$\w+/, "some-id"));

describe("the addresses of pages", () => {
  it("are those of the web app, every one", () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((path) => !isPageAddress(path))).toEqual([]);
  });

  it("are also public ones without a language, and no others", () => {
    for (const path of [
      "/missions",
      "/register",
      "/partners/some-id",
      "/en/",
      "/en/missions/a",
      "/missions/a/sign-up",
    ])
      expect([path, isPageAddress(path)]).toEqual([path, true]);
    for (const path of ["/xx", "/xx/missions", "/nl/nothing", "/missions/a/b", "/admin/x", "/wp-login"])
      expect([path, isPageAddress(path)]).toEqual([path, false]);
  });
});
