import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { AccountPage } from "../pages/AccountPage.tsx";

export const Route = createFileRoute("/account")({
  validateSearch: backIn,
  loader: texts("identity", "mail"),
  component: AccountPage,
});
