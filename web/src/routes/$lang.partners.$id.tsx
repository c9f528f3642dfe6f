import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { PartnerPage } from "../pages/PartnerPage.tsx";

export const Route = createFileRoute("/$lang/partners/$id")({
  loader: texts("partners"),
  component: PartnerPage,
});
