import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { SettingsPage } from "../pages/SettingsPage.tsx";

export const Route = createFileRoute("/admin/settings")({
  loader: texts("settings", "sending"),
  component: SettingsPage,
});
