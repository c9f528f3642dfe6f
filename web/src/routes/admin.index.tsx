import { createFileRoute, redirect } from "@tanstack/react-router";
import { ask, queryClient } from "../app/queries.ts";
import { officeStart } from "../app/session.ts";

export const Route = createFileRoute("/admin/")({
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(ask("GET /session", {})).catch(() => undefined);
    throw redirect({ to: officeStart(session?.person), replace: true });
  },
});
