import { Button } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { PasswordField } from "../sign-in/PasswordField.tsx";
import { useArrival } from "../sign-in/useArrival.ts";
import { useLinkInAddress } from "../sign-in/useLinkInAddress.ts";

const shortest = 12;

export function NewPasswordPage() {
  const { t } = useTranslation(["web", "identity"]);
  const link = useLinkInAddress();
  const { back } = useSearch({ from: "/sign-in/new-password" });
  const [password, setPassword] = useState("");
  const [short, setShort] = useState(false);
  const arrive = useArrival();
  const choose = useStep("POST /session/new-password", () => arrive(back));
  const isSame = choose.error?.code === "identity.same-password";
  const isOver = choose.error?.code === "identity.password-link-invalid";
  const again = (
    <p>
      <Link to="/sign-in" search={{ ...(back && { back }), password: true }}>
        {t("identity:sign-in.new-link")}
      </Link>
    </p>
  );

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setShort(password.length < shortest);
    if (link && password.length >= shortest) choose.mutate({ link, password });
  }

  return (
    <PlainShell>
      <Page
        title={t("identity:sign-in.new-password-title")}
        lead={
          isOver
            ? t("identity:refusals.password-link-invalid")
            : link
              ? t("identity:sign-in.new-password-lead")
              : t("identity:sign-in.no-password-link")
        }
      >
        {link && !isOver ? (
          <form className="stack" onSubmit={submit} noValidate>
            <PasswordField
              isNew
              label={t("identity:sign-in.new-password")}
              value={password}
              error={
                (short && t("identity:sign-in.new-password-short")) ||
                (isSame && t("identity:refusals.same-password"))
              }
              onChange={(value) => {
                setShort(false);
                // What was said is of another password than this one.
                if (choose.error) choose.reset();
                setPassword(value);
              }}
            />
            {choose.error && !isSame && <Trouble problem={choose.error} />}
            <Button type="submit" loading={choose.isPending}>
              {t("identity:sign-in.choose")}
            </Button>
          </form>
        ) : (
          again
        )}
      </Page>
    </PlainShell>
  );
}
