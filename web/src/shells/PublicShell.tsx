import { Link, Outlet, useParams, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { type Language, languages } from "../app/languages.ts";
import { mayTake } from "../app/may.ts";
import { officeStart, pagesFor } from "../app/office.ts";
import { useSession } from "../app/session.ts";
import { Brand } from "./Brand.tsx";
import { Shell } from "./Shell.tsx";

export function PublicShell() {
  const { t } = useTranslation();
  const { lang } = useParams({ from: "/$lang" });
  const session = useSession();
  const offered = offeredBy(useInstallation());
  useWayOut(offered.some((language) => language === lang));
  return (
    <Shell
      className="shell-public"
      home={
        <Link to="/$lang" params={{ lang }}>
          <Brand />
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
          {mayTake(session, "GET /entries") && (
            <Link to="/$lang/me" params={{ lang }}>
              {t("nav.own")}
            </Link>
          )}
          {pagesFor(session).length > 0 && <Link to={officeStart(session)}>{t("nav.office-pages")}</Link>}
        </>
      }
      languages={<LanguageLinks current={lang} offered={offered} />}
    >
      <Outlet />
    </Shell>
  );
}

/** Should the language not be offered any more while a page stands open, its route leads to one that is. */
function useWayOut(isOffered: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isOffered) void router.invalidate();
  }, [isOffered, router]);
}

/** The same page in another language, as an address of its own. */
function LanguageLinks({ current, offered }: { current: string; offered: Language[] }) {
  const { t } = useTranslation();
  return (
    <nav className="languages" aria-label={t("nav.languages")}>
      {offered.map((lang) => (
        <Link
          key={lang}
          to="."
          params={(all) => ({ ...all, lang })}
          search
          hash
          lang={lang}
          {...(lang === current && { "aria-current": "true" })}
        >
          {languages[lang]}
        </Link>
      ))}
    </nav>
  );
}
