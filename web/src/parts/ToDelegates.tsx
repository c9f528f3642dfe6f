import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** To where a company that has seats says who takes them. */
export function ToDelegates({ mission }: { mission: string }) {
  const { t, i18n } = useTranslation("missions");
  return (
    <Link
      className="act"
      to="/$lang/missions/$id/sign-up/{-$step}"
      params={{ lang: i18n.language, id: mission, step: "delegates" }}
    >
      {t("own.to-delegates")}
    </Link>
  );
}
