import { createFileRoute, notFound, redirect } from "@tanstack/react-router";
import { offered } from "../app/installation.ts";
import { isLanguage } from "../app/languages.ts";
import { PublicShell } from "../shells/PublicShell.tsx";

export const Route = createFileRoute("/$lang")({
  beforeLoad: ({ params, location }) => {
    if (!isLanguage(params.lang)) throw notFound();
    const { languages, defaultLanguage } = offered();
    if (!languages.includes(params.lang)) {
      const href = location.href.replace(/^\/[^/?#]+/, `/${defaultLanguage}`);
      throw redirect({ href, replace: true });
    }
  },
  component: PublicShell,
});
