import { createFileRoute } from "@tanstack/react-router";
import { RegisterSectionPage } from "../pages/RegisterSectionPage.tsx";

export const Route = createFileRoute("/$lang/register/form/$section")({
  validateSearch: ({ to }: Record<string, unknown>): { to?: "check" } => (to === "check" ? { to } : {}),
  component: RegisterSectionPage,
});
