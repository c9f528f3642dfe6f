import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { Page } from "../parts/Page.tsx";

export function Erased() {
  const { t } = useTranslation(["web", "status"]);
  const { lang } = useParams({ from: "/$lang" });
  useEffect(() => focusOn("erased"), []);
  return (
    <Page title={t("status:title")}>
      <div className="stack">
        <p className="done" role="status" id="erased" tabIndex={-1}>
          {t("status:erasure.done")}
        </p>
        <Link to="/$lang/register" params={{ lang }}>
          {t("register.to-start")}
        </Link>
      </div>
    </Page>
  );
}
