import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { SecondFactorPage } from "../pages/SecondFactorPage.tsx";

export const Route = createFileRoute("/sign-in/second-factor")({
  validateSearch: backIn,
  loader: texts("identity"),
  component: SecondFactorPage,
});
