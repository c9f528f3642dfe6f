import { createFileRoute } from "@tanstack/react-router";
import { PeoplePage } from "../pages/PeoplePage.tsx";

export const Route = createFileRoute("/admin/people/")({
  validateSearch: ({ find }): { find?: string } => (typeof find === "string" && find ? { find } : {}),
  component: PeoplePage,
});
