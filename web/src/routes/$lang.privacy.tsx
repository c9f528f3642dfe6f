import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AboutPage } from "../pages/AboutPage.tsx";

export const Route = createFileRoute("/$lang/privacy")({
  loader: texts("about"),
  component: () => <AboutPage topic="privacy" />,
});
