import { createFileRoute } from "@tanstack/react-router";
import { ErasuresPage } from "../pages/ErasuresPage.tsx";

export const Route = createFileRoute("/admin/erasures")({ component: ErasuresPage });
