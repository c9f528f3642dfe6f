import { Button } from "@mantine/core";
import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStep } from "../app/queries.ts";
import { AnyCountrySelect } from "../parts/CountrySelect.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { keepLink, keptLink, linkIn } from "../registration/link.ts";

export function RegisterPage() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang/register/" });
  useArrivalByLink(lang);
  return (
    <Page title={t("register.title")} lead={t("register.lead")}>
      <div className="columns">
        <div>
          <Start lang={lang} />
          <Resume lang={lang} />
        </div>
        <div>
          <Part title={t("register.need")}>
            <ul className="rows">
              {(["identity", "members", "profile", "contact"] as const).map((one) => (
                <li key={one}>{t(`register.needs.${one}`)}</li>
              ))}
            </ul>
          </Part>
          <Part title={t("register.criteria")}>
            <ul className="rows">
              {(["team", "members", "types", "website"] as const).map((one) => (
                <li key={one}>{t(`register.asked.${one}`)}</li>
              ))}
            </ul>
            <p className="quiet">{t("register.waiver")}</p>
          </Part>
          <Part title={t("register.how")}>
            <p>{t("register.decided")}</p>
          </Part>
        </div>
      </div>
    </Page>
  );
}

/** The secret leaves the address at once, so that it is not copied or shown by accident. */
function useArrivalByLink(lang: string) {
  const navigate = useNavigate();
  const { hash } = useLocation();
  useEffect(() => {
    const link = linkIn(hash);
    if (!link) return;
    keepLink(link);
    void navigate({ to: "/$lang/register/status", params: { lang }, replace: true });
  }, [hash, lang, navigate]);
}

function Start({ lang }: { lang: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [country, setCountry] = useState("");
  const [wrong, setWrong] = useState("");
  const start = useStep("POST /registrations/drafts", async ({ id, link }) => {
    keepLink({ id, secret: link });
    await navigate({ to: "/$lang/register/form", params: { lang } });
  });

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (country) return start.mutate({ country, language: lang });
    setWrong(t("register.choose-country"));
    document.getElementById("start-country")?.focus();
  }

  return (
    <Part title={t("register.start")}>
      <form className="stack" onSubmit={submit} noValidate>
        <AnyCountrySelect
          id="start-country"
          label={t("register.country")}
          description={t("register.country-why")}
          none={t("form.choose")}
          value={country}
          onChange={(code) => {
            setCountry(code);
            start.reset();
          }}
          {...(wrong && !country && { error: wrong })}
        />
        <Button type="submit" loading={start.isPending}>
          {t("register.begin")}
        </Button>
        {start.error && <Trouble problem={start.error} />}
      </form>
    </Part>
  );
}

function Resume({ lang }: { lang: string }) {
  const { t } = useTranslation();
  return (
    <Part title={t("register.resume")}>
      {keptLink() ? (
        <p>
          <Link to="/$lang/register/status" params={{ lang }}>
            {t("register.go-on")}
          </Link>
        </p>
      ) : (
        <p>{t("register.by-link")}</p>
      )}
    </Part>
  );
}
