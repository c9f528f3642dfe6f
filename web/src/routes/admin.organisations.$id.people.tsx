import { createFileRoute } from "@tanstack/react-router";
import { AdminOrganisationPeoplePage } from "../pages/AdminOrganisationPeoplePage.tsx";

export const Route = createFileRoute("/admin/organisations/$id/people")({
  component: AdminOrganisationPeoplePage,
});
