import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "./Page.tsx";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("not-found.title")} lead={t("not-found.lead")}>
      <p>
        <Link to="/">{t("not-found.home")}</Link>
      </p>
    </Page>
  );
}
