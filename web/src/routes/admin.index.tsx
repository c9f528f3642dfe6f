import { createFileRoute, redirect } from "@tanstack/react-router";
import { officeStart } from "../app/office.ts";
import { ask, queryClient } from "../app/queries.ts";

export const Route = createFileRoute("/admin/")({
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(ask("GET /session", {})).catch(() => undefined);
    throw redirect({ to: officeStart(session), replace: true });
  },
});
