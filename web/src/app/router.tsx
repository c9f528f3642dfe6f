import { createRouter } from "@tanstack/react-router";
import { Broken } from "../parts/Broken.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { routeTree } from "../routes.gen.ts";
import { leftPage } from "./session.ts";

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingMs: 300,
  defaultPendingComponent: Waiting,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

router.subscribe("onResolved", ({ pathChanged }) => pathChanged && leftPage());

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
