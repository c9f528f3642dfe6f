import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { RegisterFormLayout } from "../pages/RegisterFormLayout.tsx";

export const Route = createFileRoute("/$lang/register/form")({
  loader: texts("partnerships"),
  component: RegisterFormLayout,
});
