import { createFileRoute } from "@tanstack/react-router";
import { texts } from "../app/i18n.ts";
import { SignUpPage } from "../pages/SignUpPage.tsx";
import type { WishInAddress } from "../sign-up/wish-in-address.ts";

export const Route = createFileRoute("/$lang/missions/$id_/sign-up/{-$step}")({
  validateSearch: (asked: WishInAddress) => asked,
  loader: texts("missions", "delegates"),
  component: SignUpPage,
});
