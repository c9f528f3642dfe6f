import { Link, Outlet, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { languages } from "../app/i18n.ts";
import { mayTake } from "../app/may.ts";
import { useSession } from "../app/session.ts";
import { Shell } from "./Shell.tsx";

export function PublicShell() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  return (
    <Shell
      className="shell-public"
      home={
        <Link to="/$lang" params={{ lang }}>
          Causeway
        </Link>
      }
      nav={
        <>
          <Link to="/$lang/missions" params={{ lang }}>
            {t("nav.missions")}
          </Link>
          <Link to="/$lang/partners" params={{ lang }}>
            {t("nav.partners")}
          </Link>
          <Link to="/$lang/register" params={{ lang }}>
            {t("nav.register")}
          </Link>
          {mayTake(useSession(), "GET /registrations") && (
            <Link to="/admin/review">{t("nav.office-pages")}</Link>
          )}
        </>
      }
      languages={<LanguageLinks current={lang} />}
    >
      <Outlet />
    </Shell>
  );
}

/** The same page in another language, as an address of its own. */
function LanguageLinks({ current }: { current: string }) {
  const { t } = useTranslation();
  return (
    <nav className="languages" aria-label={t("nav.languages")}>
      {Object.entries(languages).map(([lang, name]) => (
        <Link
          key={lang}
          to="."
          params={(all) => ({ ...all, lang })}
          search
          hash
          lang={lang}
          {...(lang === current && { "aria-current": "true" })}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
