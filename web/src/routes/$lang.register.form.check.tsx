import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { RegisterCheckPage } from "../pages/RegisterCheckPage.tsx";

export const Route = createFileRoute("/$lang/register/form/check")({
  loader: texts("sending"),
  component: RegisterCheckPage,
});
