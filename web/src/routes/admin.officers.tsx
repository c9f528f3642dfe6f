import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { OfficersPage } from "../pages/OfficersPage.tsx";

export const Route = createFileRoute("/admin/officers")({
  loader: texts("partnerships", "queue"),
  component: OfficersPage,
});
