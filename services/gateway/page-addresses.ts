import { readdirSync } from "node:fs";

const languages = readdirSync(new URL("../../i18n/", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .join("|");

/** The addresses of the web app's pages, as `web/src/routes/` has them; what is public, also without a language. */
const addresses = [
  "/",
  "/sign-in",
  "/admin",
  "/admin/review",
  "/admin/review/:id",
  "/admin/missions",
  "/admin/missions/:id",
  "/:lang",
  ...["/missions", "/missions/:id", "/partners", "/partners/:id"].flatMap(inAnyLanguage),
  ...["/register", "/register/form", "/register/status"].flatMap(inAnyLanguage),
];

function inAnyLanguage(path: string): string[] {
  return [path, `/:lang${path}`];
}

const known = new RegExp(
  `^(${addresses.map((one) => one.replace(":lang", `(${languages})`).replace(":id", "[^/]+")).join("|")})/?$`,
);

export const isPageAddress = (pathname: string): boolean => known.test(pathname);
