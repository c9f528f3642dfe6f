import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { InvitationPage } from "../pages/InvitationPage.tsx";

export const Route = createFileRoute("/invitation")({
  loader: texts("identity"),
  component: InvitationPage,
});
