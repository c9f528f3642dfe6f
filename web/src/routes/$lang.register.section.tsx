import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { OwnSectionPage } from "../pages/OwnSectionPage.tsx";

export const Route = createFileRoute("/$lang/register/section")({
  loader: texts("partnerships", "sending", "section-links"),
  component: OwnSectionPage,
});
