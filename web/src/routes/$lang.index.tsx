import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { HomePage } from "../pages/HomePage.tsx";

export const Route = createFileRoute("/$lang/")({ loader: texts("missions", "home"), component: HomePage });
