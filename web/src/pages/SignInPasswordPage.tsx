import { Button } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { TextInput } from "../parts/fields.tsx";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { PasswordField } from "../sign-in/PasswordField.tsx";
import { useArrival } from "../sign-in/useArrival.ts";

export function SignInPasswordPage() {
  const { t } = useTranslation(["web", "identity"]);
  const { back } = useSearch({ from: "/sign-in/password" });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const arrive = useArrival();
  const signIn = useStep("POST /session/password", () => arrive(back));
  const search = back ? { back } : {};

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (email.trim() && password) signIn.mutate({ email: email.trim(), password });
  }

  return (
    <PlainShell>
      <Page title={t("identity:sign-in.password-title")} lead={t("identity:sign-in.password-lead")}>
        <form className="stack" onSubmit={submit} noValidate>
          <TextInput
            className="field"
            label={t("identity:sign-in.email")}
            type="email"
            autoComplete="username"
            value={email}
            error={tried && !email.trim() && t("identity:sign-in.missing")}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordField
            label={t("identity:sign-in.password")}
            value={password}
            error={tried && !password && t("identity:sign-in.missing")}
            onChange={setPassword}
          />
          {signIn.error && <Trouble problem={signIn.error} />}
          <Button type="submit" loading={signIn.isPending}>
            {t("sign-in.link")}
          </Button>
        </form>
        <p>
          <Link to="/sign-in" search={search}>
            {t("identity:sign-in.forgot")}
          </Link>
        </p>
      </Page>
    </PlainShell>
  );
}
