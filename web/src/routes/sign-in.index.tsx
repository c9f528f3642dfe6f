import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { SignInPage } from "../pages/SignInPage.tsx";

export const Route = createFileRoute("/sign-in/")({
  validateSearch: backIn,
  loader: texts("identity"),
  component: SignInPage,
});
