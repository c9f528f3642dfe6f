import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { RegisterOverviewPage } from "../pages/RegisterOverviewPage.tsx";

export const Route = createFileRoute("/$lang/register/form/")({
  loader: texts("register", "sending", "section-links"),
  component: RegisterOverviewPage,
});
