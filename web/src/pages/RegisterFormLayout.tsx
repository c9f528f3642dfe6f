import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { Page } from "../parts/Page.tsx";
import { keptLink } from "../registration/link.ts";
import { WithForm } from "../registration/WithForm.tsx";
import { WithOwn } from "../registration/WithOwn.tsx";

/** The parts of the form, for as long as it may be changed. */
export function RegisterFormLayout() {
  const { t } = useTranslation();
  const link = keptLink();
  // Another tab may send it.
  useLive(...(link ? [`/api/registrations/${link.id}/own`] : []));
  return (
    <WithOwn title={t("form.title")}>
      {(own, opened) =>
        may(own, "submit") ? (
          <WithForm key={own.id} own={own} link={opened}>
            <Outlet />
          </WithForm>
        ) : (
          <Closed />
        )
      }
    </WithOwn>
  );
}

function Closed() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  return (
    <Page title={t("form.title")}>
      <div className="stack">
        <p>{t("form.closed")}</p>
        <Link to="/$lang/register/status" params={{ lang }}>
          {t("form.to-status")}
        </Link>
      </div>
    </Page>
  );
}
