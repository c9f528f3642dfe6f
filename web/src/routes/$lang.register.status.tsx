import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { RegisterStatusPage } from "../pages/RegisterStatusPage.tsx";

export const Route = createFileRoute("/$lang/register/status")({
  loader: texts("partnerships", "identity", "status", "register", "sending"),
  component: RegisterStatusPage,
});
