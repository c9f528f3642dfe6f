import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { ReviewPage } from "../pages/ReviewPage.tsx";

export const Route = createFileRoute("/admin/review/$id")({
  validateSearch: ({ beside }): { beside?: string } => (typeof beside === "string" ? { beside } : {}),
  loader: texts("partnerships", "review", "sending"),
  component: ReviewPage,
});
