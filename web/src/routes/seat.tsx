import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { SeatPage } from "../pages/SeatPage.tsx";

export const Route = createFileRoute("/seat")({ loader: texts("missions"), component: SeatPage });
