import { createFileRoute } from "@tanstack/react-router";
import { backIn } from "../app/back.ts";
import { texts } from "../app/i18n.ts";
import { SignInPage } from "../pages/SignInPage.tsx";

export const Route = createFileRoute("/sign-in/")({
  validateSearch: (asked: Record<string, unknown>): { back?: string; password?: true } => ({
    ...backIn(asked),
    ...(asked.password === true && { password: true }),
  }),
  loader: texts("identity"),
  component: SignInPage,
});
