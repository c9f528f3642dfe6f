import { createRootRoute, Outlet } from "@tanstack/react-router";
import { NotFound } from "../parts/NotFound.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";

export const Route = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <PlainShell>
      <NotFound />
    </PlainShell>
  ),
});
