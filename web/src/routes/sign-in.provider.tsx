import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { ProviderPage } from "../pages/ProviderPage.tsx";

export const Route = createFileRoute("/sign-in/provider")({
  loader: texts("identity"),
  component: ProviderPage,
});
