import { createFileRoute } from "@tanstack/react-router";
import { RegisterCheckPage } from "../pages/RegisterCheckPage.tsx";

export const Route = createFileRoute("/$lang/register/form/check")({ component: RegisterCheckPage });
