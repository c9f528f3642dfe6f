import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { isEmailAddress } from "../parts/email-address.ts";
import { TextInput } from "../parts/fields.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { PasswordField } from "./PasswordField.tsx";

/** For who works for the office. */
export function PasswordForm({ onSignedIn }: { onSignedIn: () => unknown }) {
  const { t } = useTranslation(["web", "identity"]);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const signIn = useStep("POST /session/password", onSignedIn);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isEmailAddress(email.trim())) return field.current?.focus();
    if (password) signIn.mutate({ email: email.trim(), password });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        className="field"
        label={t("identity:sign-in.email")}
        type="email"
        autoComplete="username"
        value={email}
        error={tried && !isEmailAddress(email.trim()) && t("identity:sign-in.email-wrong")}
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
  );
}
