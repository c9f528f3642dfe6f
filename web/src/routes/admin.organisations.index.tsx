import { createFileRoute } from "@tanstack/react-router";
import { AdminOrganisationsPage } from "../pages/AdminOrganisationsPage.tsx";

type Wanted = { name?: string; unled?: true };

export const Route = createFileRoute("/admin/organisations/")({
  validateSearch: ({ name, unled }): Wanted => ({
    ...(typeof name === "string" && name && { name }),
    ...(unled === true && { unled }),
  }),
  component: AdminOrganisationsPage,
});
