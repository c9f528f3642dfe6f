import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { Page } from "../parts/Page.tsx";
import { keptLink } from "../registration/link.ts";
import { RegistrationForm } from "../registration/RegistrationForm.tsx";
import { WithOwn } from "../registration/WithOwn.tsx";

export function RegisterFormPage() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang/register/form" });
  const link = keptLink();
  // Another tab may send it.
  useLive(...(link ? [`/api/registrations/${link.id}/own`] : []));
  const back = (
    <Link to="/$lang/register" params={{ lang }}>
      {t("register.title")}
    </Link>
  );
  return (
    <Page title={t("form.title")} above={back}>
      <WithOwn>
        {(own, link) =>
          may(own, "submit") ? (
            <RegistrationForm key={own.id} own={own} link={link} />
          ) : (
            <div className="stack">
              <p>{t("form.closed")}</p>
              <Link to="/$lang/register/status" params={{ lang }}>
                {t("form.to-status")}
              </Link>
            </div>
          )
        }
      </WithOwn>
    </Page>
  );
}
