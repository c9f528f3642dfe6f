import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { MissionPage } from "../pages/MissionPage.tsx";

export const Route = createFileRoute("/$lang/missions/$id")({
  loader: texts("missions"),
  component: MissionPage,
});
