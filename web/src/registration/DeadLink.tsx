import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { forgetLink } from "./link.ts";

/** A link that opens nothing: ended by a newer one, of a draft that is gone, or not copied whole. */
export default function DeadLink() {
  const { t } = useTranslation(["web", "register"]);
  const { lang } = useParams({ from: "/$lang" });
  useEffect(forgetLink, []);
  return (
    <div className="stack" role="alert">
      <p>
        <strong>{t("register:dead-link.title")}</strong>
      </p>
      <p>{t("register:dead-link.why")}</p>
      <Link to="/$lang/register" params={{ lang }}>
        {t("register.to-start")}
      </Link>
    </div>
  );
}
