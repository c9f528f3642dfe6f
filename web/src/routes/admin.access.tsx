import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { AccessPage, type Wanted } from "../pages/AccessPage.tsx";

export const Route = createFileRoute("/admin/access")({
  validateSearch: (search): Wanted =>
    Object.fromEntries(
      ["person", "organisation", "action", "record", "token"].flatMap((name) =>
        typeof search[name] === "string" && search[name] ? [[name, search[name]]] : [],
      ),
    ),
  loader: texts("access"),
  component: AccessPage,
});
