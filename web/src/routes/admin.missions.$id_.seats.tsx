import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AdminSeatsPage } from "../pages/AdminSeatsPage.tsx";

export const Route = createFileRoute("/admin/missions/$id_/seats")({
  loader: texts("missions", "delegates"),
  component: AdminSeatsPage,
});
