import { createFileRoute } from "@tanstack/react-router";
import { RegisterOverviewPage } from "../pages/RegisterOverviewPage.tsx";

export const Route = createFileRoute("/$lang/register/form/")({ component: RegisterOverviewPage });
