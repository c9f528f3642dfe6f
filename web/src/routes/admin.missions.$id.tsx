import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AdminMissionPage } from "../pages/AdminMissionPage.tsx";

export const Route = createFileRoute("/admin/missions/$id")({
  loader: texts("missions"),
  component: AdminMissionPage,
});
