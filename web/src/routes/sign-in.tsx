import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { SignInPage } from "../pages/SignInPage.tsx";

export const Route = createFileRoute("/sign-in")({
  // Only an address of our own: one slash, and no second one that would name another host.
  validateSearch: ({ back }): { back?: string } =>
    typeof back === "string" && /^\/[^/\\]/.test(back) ? { back } : {},
  loader: texts("identity"),
  component: SignInPage,
});
