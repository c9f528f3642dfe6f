import { createFileRoute } from "@tanstack/react-router";
import { AdminOrganisationsPage } from "../pages/AdminOrganisationsPage.tsx";

export const Route = createFileRoute("/admin/organisations/")({ component: AdminOrganisationsPage });
