import { createRootRoute, Outlet } from "@tanstack/react-router";
import { speak } from "../app/i18n.ts";
import { offered } from "../app/installation.ts";
import { NotFound } from "../parts/NotFound.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";

export const Route = createRootRoute({
  beforeLoad: async ({ location, preload }) => {
    const first = location.pathname.split("/")[1];
    const language = offered().languages.find((one) => one === first);
    if (language && !preload) await speak(language);
  },
  component: Outlet,
  notFoundComponent: () => (
    <PlainShell>
      <NotFound />
    </PlainShell>
  ),
});
