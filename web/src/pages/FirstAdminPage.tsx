import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { AnyCountrySelect } from "../parts/CountrySelect.tsx";
import { TextInput } from "../parts/fields.tsx";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { useLinkInAddress } from "../sign-in/useLinkInAddress.ts";

const fields = [
  { field: "organisationName", label: "identity:first-admin.organisation", autoComplete: "organization" },
  { field: "name", label: "identity:first-admin.name", autoComplete: "name" },
  { field: "email", label: "identity:sign-in.email", autoComplete: "email" },
] as const;

const nothing = { organisationName: "", name: "", email: "" };

/** Once for an installation: whoever read the link on its console. */
export function FirstAdminPage() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const link = useLinkInAddress();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(nothing);
  const [country, setCountry] = useState("");
  const [tried, setTried] = useState(false);
  const become = useStep("POST /first-admin", (out) =>
    navigate({ to: "/sign-in/new-password", hash: out.link, replace: true }),
  );
  const missing = (value: string) => tried && !value.trim() && t("identity:sign-in.missing");

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    const { organisationName, name, email } = typed;
    const own = { organisationName: organisationName.trim(), name: name.trim(), email: email.trim() };
    if (!link || !country || Object.values(own).includes("")) return;
    become.mutate({ link, country, language: i18n.language, ...own });
  }

  if (become.error?.code === "identity.first-admin-over") return <Over />;
  return (
    <PlainShell>
      <Page
        title={t("identity:first-admin.title")}
        lead={link ? t("identity:first-admin.lead") : t("identity:first-admin.no-link")}
      >
        {link && (
          <form className="stack" onSubmit={submit} noValidate>
            {fields.map(({ field, label, autoComplete }) => (
              <TextInput
                key={field}
                className="field"
                label={t(label)}
                autoComplete={autoComplete}
                maxLength={field === "email" ? 254 : 120}
                value={typed[field]}
                error={missing(typed[field])}
                onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
              />
            ))}
            <AnyCountrySelect
              label={t("identity:first-admin.country")}
              none={t("identity:first-admin.choose")}
              value={country}
              onChange={setCountry}
              {...(missing(country) && { error: t("identity:sign-in.missing") })}
            />
            {become.error && <Trouble problem={become.error} />}
            <Button type="submit" loading={become.isPending}>
              {t("identity:first-admin.go-on")}
            </Button>
          </form>
        )}
      </Page>
    </PlainShell>
  );
}

/** Somebody is known here by now: what is asked for would be for nothing. */
function Over() {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <PlainShell>
      <Page title={t("identity:first-admin.title")} lead={t("identity:refusals.first-admin-over")}>
        <p>
          <Link to="/sign-in">{t("sign-in.link")}</Link>
        </p>
      </Page>
    </PlainShell>
  );
}
