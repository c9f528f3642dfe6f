import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { PartnersPage } from "../pages/PartnersPage.tsx";
import type { Written } from "../partners/search.ts";

export const Route = createFileRoute("/$lang/partners/")({
  // Read by the page: every page carries this file.
  validateSearch: (written: Written) => written,
  loader: texts("partners"),
  component: PartnersPage,
});
