import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { SignInPasswordPage } from "../pages/SignInPasswordPage.tsx";

export const Route = createFileRoute("/sign-in/password")({
  validateSearch: backIn,
  loader: texts("identity"),
  component: SignInPasswordPage,
});
