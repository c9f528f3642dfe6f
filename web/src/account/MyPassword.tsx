import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { PasswordField } from "../sign-in/PasswordField.tsx";

const shortest = 12;

export function MyPassword() {
  const { t } = useTranslation(["web", "identity"]);
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const change = useStep("PUT /account/password", () => {
    setCurrent("");
    setPassword("");
    setTried(false);
    return refresh("/api/account");
  });

  const isSame = change.error?.code === "identity.same-password";

  // What was said is of another password than what stands there now.
  const typedIn = (set: (value: string) => void) => (value: string) => {
    if (change.error) change.reset();
    set(value);
  };

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (current && password.length >= shortest) change.mutate({ current, password });
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{t("identity:account.password-lead")}</p>
      <PasswordField
        label={t("identity:account.current")}
        value={current}
        error={tried && !current && t("identity:sign-in.missing")}
        onChange={typedIn(setCurrent)}
      />
      <PasswordField
        isNew
        label={t("identity:sign-in.new-password")}
        description={t("identity:sign-in.new-password-lead")}
        value={password}
        error={
          (tried && password.length < shortest && t("identity:sign-in.new-password-short")) ||
          (isSame && t("identity:refusals.same-password"))
        }
        onChange={typedIn(setPassword)}
      />
      {change.error && !isSame && <Trouble problem={change.error} />}
      <div className="actions">
        <Button type="submit" variant="default" loading={change.isPending}>
          {t("identity:account.change")}
        </Button>
      </div>
      <p role="status">{change.isSuccess && t("identity:account.changed")}</p>
    </form>
  );
}
