import { createFileRoute } from "@tanstack/react-router";
import { AdminShell } from "../shells/AdminShell.tsx";

export const Route = createFileRoute("/admin")({ component: AdminShell });
