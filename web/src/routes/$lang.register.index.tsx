import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { RegisterPage } from "../pages/RegisterPage.tsx";

export const Route = createFileRoute("/$lang/register/")({
  loader: texts("register"),
  component: RegisterPage,
});
