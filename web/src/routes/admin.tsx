import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AdminShell } from "../shells/AdminShell.tsx";

export const Route = createFileRoute("/admin")({
  loader: texts("identity", "keys", "mail", "palette"),
  component: AdminShell,
});
