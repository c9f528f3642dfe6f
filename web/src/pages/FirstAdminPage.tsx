import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { AnyCountrySelect } from "../parts/CountrySelect.tsx";
import { isEmailAddress } from "../parts/email-address.ts";
import { useFieldWords } from "../parts/field-words.ts";
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

const order = ["organisationName", "name", "email", "country"] as const;
type Field = (typeof order)[number];

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
    navigate({
      ...{ to: "/sign-in/new-password", hash: out.link, replace: true },
      // What pages and letters say of the cluster is set there, and nowhere else.
      search: { back: "/admin/settings" },
    }),
  );
  const ofFieldIn = useFieldWords();
  const id = useId();
  const wrongIn = (field: Field, value: string): string | undefined => {
    if (!value.trim()) return t("identity:sign-in.missing");
    if (field === "email" && !isEmailAddress(value.trim())) return t("identity:sign-in.email-wrong");
    return undefined;
  };
  const errorOf = (field: Field, value: string) => {
    const error = (tried && wrongIn(field, value)) || ofFieldIn(become.error, field);
    return error ? { error } : {};
  };

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    const { organisationName, name, email } = typed;
    const own = {
      organisationName: organisationName.trim(),
      name: name.trim(),
      email: email.trim(),
      country,
    };
    const wrong = order.find((field) => wrongIn(field, own[field]));
    if (wrong) document.getElementById(`${id}-${wrong}`)?.focus();
    else if (link) become.mutate({ link, language: i18n.language, ...own });
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
                id={`${id}-${field}`}
                className="field"
                label={t(label)}
                autoComplete={autoComplete}
                maxLength={field === "email" ? 254 : 120}
                value={typed[field]}
                {...errorOf(field, typed[field])}
                onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
              />
            ))}
            <AnyCountrySelect
              id={`${id}-country`}
              label={t("identity:first-admin.country")}
              none={t("identity:first-admin.choose")}
              value={country}
              onChange={setCountry}
              {...errorOf("country", country)}
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
