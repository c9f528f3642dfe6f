import { createFileRoute, redirect } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { mayTake } from "../app/may.ts";
import { officeStart } from "../app/office.ts";
import { ask, queryClient } from "../app/queries.ts";
import { QueuePage } from "../pages/QueuePage.tsx";

export const Route = createFileRoute("/admin/")({
  validateSearch: ({ item }): { item?: string } => (typeof item === "string" && item ? { item } : {}),
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(ask("GET /session", {})).catch(() => undefined);
    if (!mayTake(session, "GET /queue")) throw redirect({ to: officeStart(session), replace: true });
  },
  loader: texts("partnerships", "review", "sending", "queue"),
  component: QueuePage,
});
