import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { NewPasswordPage } from "../pages/NewPasswordPage.tsx";

export const Route = createFileRoute("/sign-in/new-password")({
  validateSearch: backIn,
  loader: texts("identity"),
  component: NewPasswordPage,
});
