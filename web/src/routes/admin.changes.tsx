import { createFileRoute } from "@tanstack/react-router";
import { ChangesPage, type Wanted } from "../pages/ChangesPage.tsx";

export const Route = createFileRoute("/admin/changes")({
  validateSearch: ({ person, stream }): Wanted => ({
    ...(typeof person === "string" && { person }),
    ...(typeof stream === "string" && { stream }),
  }),
  component: ChangesPage,
});
