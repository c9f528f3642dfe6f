import { createFileRoute } from "@tanstack/react-router";
import { AuditPage, type Wanted } from "../pages/AuditPage.tsx";

export const Route = createFileRoute("/admin/audit")({
  validateSearch: ({ person, record }): Wanted => ({
    ...(typeof person === "string" && { person }),
    ...(typeof record === "string" && { record }),
  }),
  component: AuditPage,
});
