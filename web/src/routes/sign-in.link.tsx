import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { SignInLinkPage } from "../pages/SignInLinkPage.tsx";

export const Route = createFileRoute("/sign-in/link")({
  validateSearch: backIn,
  loader: texts("identity"),
  component: SignInLinkPage,
});
