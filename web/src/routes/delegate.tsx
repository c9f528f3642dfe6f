import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { DelegatePage } from "../pages/DelegatePage.tsx";

export const Route = createFileRoute("/delegate")({
  loader: texts("delegates", "missions"),
  component: DelegatePage,
});
