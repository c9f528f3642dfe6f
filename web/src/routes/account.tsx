import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AccountPage } from "../pages/AccountPage.tsx";

export const Route = createFileRoute("/account")({
  loader: texts("identity", "mail"),
  component: AccountPage,
});
