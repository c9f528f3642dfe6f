import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { MissionsPage } from "../pages/MissionsPage.tsx";

export const Route = createFileRoute("/$lang/missions/")({
  loader: texts("missions"),
  component: MissionsPage,
});
