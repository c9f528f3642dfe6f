import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { OrganisationPeoplePage } from "../pages/OrganisationPeoplePage.tsx";

export const Route = createFileRoute("/organisation/people")({
  loader: texts("identity"),
  component: OrganisationPeoplePage,
});
