import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { may } from "../app/may.ts";
import { Page } from "../parts/Page.tsx";
import { RegistrationForm } from "../registration/RegistrationForm.tsx";
import { WithOwn } from "../registration/WithOwn.tsx";

export function RegisterFormPage() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang/register/form" });
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
