import { createFileRoute, notFound } from "@tanstack/react-router";
import { isLanguage, speak } from "../app/i18n.ts";
import { PublicShell } from "../shells/PublicShell.tsx";

export const Route = createFileRoute("/$lang")({
  beforeLoad: async ({ params, preload }) => {
    if (!isLanguage(params.lang)) throw notFound();
    if (!preload) await speak(params.lang);
  },
  component: PublicShell,
});
