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
  const { t } = useTranslation(["web", "register"]);
  const { lang } = useParams({ from: "/$lang/register/" });
  const mangled = useArrivalByLink(lang);
  return (
    <Page title={t("register.title")} lead={t("register:lead")}>
      <div className="columns">
        <div>
          {mangled && <p className="stale-note">{t("register:dead-link.mangled")}</p>}
          <Start lang={lang} />
          <Resume lang={lang} />
        </div>
        <div>
          <Part title={t("register:need")}>
            <ul className="rows">
              {(["identity", "members", "profile", "contact"] as const).map((one) => (
                <li key={one}>{t(`register:needs.${one}`)}</li>
              ))}
            </ul>
          </Part>
          <Part title={t("register:criteria")}>
            <ul className="rows">
              {(["team", "members", "types", "website"] as const).map((one) => (
                <li key={one}>{t(`register:asked.${one}`)}</li>
              ))}
            </ul>
            <p className="quiet">{t("register:waiver")}</p>
          </Part>
          <Part title={t("register:how")}>
            <p>{t("register:decided")}</p>
          </Part>
        </div>
      </div>
    </Page>
  );
}

/**
 * The secret leaves the address at once, so that it is not copied or shown by accident. True where it cannot be a
 * whole link.
 */
function useArrivalByLink(lang: string): boolean {
  const navigate = useNavigate();
  const { hash } = useLocation();
  const link = linkIn(hash);
  useEffect(() => {
    const whole = linkIn(hash);
    if (!whole) return;
    keepLink(whole);
    void navigate({ to: "/$lang/register/status", params: { lang }, replace: true });
  }, [hash, lang, navigate]);
  return hash !== "" && !link;
}

function Start({ lang }: { lang: string }) {
  const { t } = useTranslation(["web", "register"]);
  const navigate = useNavigate();
  const [country, setCountry] = useState("");
  const [wrong, setWrong] = useState("");
  const [warned, setWarned] = useState(false);
  const start = useStep("POST /registrations/drafts", async ({ id, link }) => {
    keepLink({ id, secret: link });
    await navigate({ to: "/$lang/register/form", params: { lang } });
  });

  function submit(event: React.FormEvent) {
    event.preventDefault();
    if (!country) {
      setWrong(t("register:choose-country"));
      return document.getElementById("start-country")?.focus();
    }
    // Only one registration is remembered, and its link is the only way back to the one before.
    if (keptLink() && !warned) return setWarned(true);
    start.mutate({ country, language: lang });
  }

  return (
    <Part title={t("register:start")}>
      <form className="stack" onSubmit={submit} noValidate>
        <AnyCountrySelect
          id="start-country"
          label={t("register:country")}
          description={t("register:country-why")}
          none={t("form.choose")}
          value={country}
          onChange={(code) => {
            setCountry(code);
            start.reset();
          }}
          {...(wrong && !country && { error: wrong })}
        />
        {warned && (
          <div role="alert" className="stack">
            <p className="done">{t("register:replaces")}</p>
            <Link to="/$lang/register/status" params={{ lang }}>
              {t("register:go-on")}
            </Link>
          </div>
        )}
        <Button type="submit" loading={start.isPending}>
          {warned ? t("register:begin-anyway") : t("register:begin")}
        </Button>
        {start.error && <Trouble problem={start.error} />}
      </form>
    </Part>
  );
}

function Resume({ lang }: { lang: string }) {
  const { t } = useTranslation(["web", "register"]);
  return (
    <Part title={t("register:resume")}>
      {keptLink() ? (
        <p>
          <Link to="/$lang/register/status" params={{ lang }}>
            {t("register:go-on")}
          </Link>
        </p>
      ) : (
        <p>{t("register:by-link")}</p>
      )}
    </Part>
  );
}
