import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { FirstAdminPage } from "../pages/FirstAdminPage.tsx";

export const Route = createFileRoute("/first-admin")({
  loader: texts("identity"),
  component: FirstAdminPage,
});
