import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { MePage } from "../pages/MePage.tsx";

export const Route = createFileRoute("/$lang/me")({
  loader: texts("missions", "identity"),
  component: MePage,
});
