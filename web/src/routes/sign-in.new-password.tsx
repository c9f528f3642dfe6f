import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { NewPasswordPage } from "../pages/NewPasswordPage.tsx";

export const Route = createFileRoute("/sign-in/new-password")({
  loader: texts("identity"),
  component: NewPasswordPage,
});
