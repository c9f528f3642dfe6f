import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { PartnersPage } from "../pages/PartnersPage.tsx";

export const Route = createFileRoute("/$lang/partners/")({
  validateSearch: ({ country }): { country?: string } =>
    typeof country === "string" && country ? { country } : {},
  loader: texts("partnerships"),
  component: PartnersPage,
});
