import { createFileRoute } from "@tanstack/react-router";
import { PersonPage } from "../pages/PersonPage.tsx";

export const Route = createFileRoute("/admin/people/$id")({ component: PersonPage });
