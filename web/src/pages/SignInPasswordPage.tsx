import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../parts/Page.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { PasswordForm } from "../sign-in/PasswordForm.tsx";
import { useArrival } from "../sign-in/useArrival.ts";

export function SignInPasswordPage() {
  const { t } = useTranslation(["web", "identity"]);
  const { back } = useSearch({ from: "/sign-in/password" });
  const arrive = useArrival();
  return (
    <PlainShell>
      <Page title={t("identity:sign-in.password-title")} lead={t("identity:sign-in.password-lead")}>
        <PasswordForm onSignedIn={() => arrive(back)} />
        <p>
          <Link to="/sign-in" search={{ ...(back && { back }), password: true }}>
            {t("identity:sign-in.forgot")}
          </Link>
        </p>
      </Page>
    </PlainShell>
  );
}
