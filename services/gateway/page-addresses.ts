import { locales } from "#shared/i18n/i18n.ts";

/** The addresses of the web app's pages, as `web/src/routes/` has them; what is public, also without a language. */
const addresses = [
  "/",
  "/sign-in",
  "/sign-in/link",
  "/sign-in/password",
  "/sign-in/provider",
  "/sign-in/second-factor",
  "/sign-in/new-password",
  "/account",
  "/first-admin",
  "/invitation",
  "/organisation/people",
  "/seat",
  "/delegate",
  "/admin",
  "/admin/officers",
  "/admin/review",
  "/admin/review/:id",
  "/admin/missions",
  "/admin/missions/:id",
  "/admin/missions/:id/seats",
  "/admin/organisations",
  "/admin/organisations/:id/people",
  "/admin/people",
  "/admin/people/:id",
  "/admin/letters",
  "/admin/settings",
  "/admin/erasures",
  "/admin/access",
  "/admin/audit",
  "/admin/changes",
  "/:lang",
  "/:lang/me",
  ...["/missions", "/missions/:id", "/partners", "/partners/:id"].flatMap(inAnyLanguage),
  ...["", "/check", "/done", "/delegates"].flatMap((step) => inAnyLanguage(`/missions/:id/sign-up${step}`)),
  ...["/help", "/privacy", "/accessibility"].flatMap(inAnyLanguage),
  ...["/register", "/register/form", "/register/form/:id", "/register/section", "/register/status"].flatMap(
    inAnyLanguage,
  ),
];

function inAnyLanguage(path: string): string[] {
  return [path, `/:lang${path}`];
}

const known = new RegExp(
  `^(${addresses.map((one) => one.replace(":lang", `(${locales.join("|")})`).replace(":id", "[a-z0-9-]+")).join("|")})/?$`,
);

export const isPageAddress = (pathname: string): boolean => known.test(pathname);
