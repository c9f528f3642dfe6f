import { Link, Outlet, useParams, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { offeredBy, useInstallation } from "../app/installation.ts";
import { type Language, languages } from "../app/languages.ts";
import { Brand } from "./Brand.tsx";
import { MainNav } from "./MainNav.tsx";
import { Shell } from "./Shell.tsx";

export function PublicShell() {
  const { lang } = useParams({ from: "/$lang" });
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
      nav={<MainNav />}
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
