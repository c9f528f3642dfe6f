import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AdminMissionsPage } from "../pages/AdminMissionsPage.tsx";

export const Route = createFileRoute("/admin/missions/")({
  loader: texts("missions"),
  component: AdminMissionsPage,
});
