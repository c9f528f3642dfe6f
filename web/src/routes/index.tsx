import { createFileRoute, redirect } from "@tanstack/react-router";
import { keptLanguage } from "../app/i18n.ts";

export const Route = createFileRoute("/")({
  beforeLoad: () => {
    throw redirect({ to: "/$lang", params: { lang: keptLanguage() }, replace: true });
  },
});
