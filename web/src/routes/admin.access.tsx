import { createFileRoute } from "@tanstack/react-router";
import { AccessPage, type Wanted } from "../pages/AccessPage.tsx";

export const Route = createFileRoute("/admin/access")({
  validateSearch: (search): Wanted =>
    Object.fromEntries(
      ["person", "organisation", "action", "record", "token"].flatMap((name) =>
        typeof search[name] === "string" && search[name] ? [[name, search[name]]] : [],
      ),
    ),
  component: AccessPage,
});
