import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { isReviewState, type ReviewState } from "../app/review-states.ts";
import { ReviewListPage } from "../pages/ReviewListPage.tsx";

export const Route = createFileRoute("/admin/review/")({
  validateSearch: ({ state }): { state?: ReviewState } => (isReviewState(state) ? { state } : {}),
  loader: texts("partnerships", "review", "bulk"),
  component: ReviewListPage,
});
