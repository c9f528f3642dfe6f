import { createFileRoute } from "@tanstack/react-router";
import { PeoplePage } from "../pages/PeoplePage.tsx";

export const Route = createFileRoute("/admin/people/")({
  validateSearch: ({ email }): { email?: string } => (typeof email === "string" && email ? { email } : {}),
  component: PeoplePage,
});
