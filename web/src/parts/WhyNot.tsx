import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import type { MissionDetail } from "./MissionFacts.tsx";

/** Why nobody can sign up for a mission now; nothing when they can. */
export function WhyNot({ mission: { state, signUpOpensAt, signUpClosesAt } }: { mission: MissionDetail }) {
  const { t, i18n } = useTranslation(["web", "missions"]);
  if (state === "planned")
    return <p>{t("missions:sign-up.from", { at: instant(signUpOpensAt, i18n.language) })}</p>;
  if (state === "closed")
    return <p>{t("missions:sign-up.closed", { at: instant(signUpClosesAt, i18n.language) })}</p>;
  if (state === "cancelled") return <p>{t("missions:sign-up.cancelled")}</p>;
  return null;
}
