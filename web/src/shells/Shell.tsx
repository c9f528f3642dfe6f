import { Link, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { backTo } from "../app/back.ts";
import { useLostSince } from "../app/connection.ts";
import { instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { useStep } from "../app/queries.ts";
import { forgetAnswers, useSession } from "../app/session.ts";
import { letGo } from "../app/unsent.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { useActFor } from "../sign-in/useActFor.ts";
import { WhileSignedIn } from "../sign-in/WhileSignedIn.tsx";
import { Footer } from "./Footer.tsx";
import "./shell.css";

type Props = {
  className: string;
  home: ReactNode;
  nav: ReactNode;
  languages: ReactNode;
  children: ReactNode;
};

/** What all pages have around them: a way past the header, the demo's banner, the way home, who reads. */
export function Shell({ className, home, nav, languages, children }: Props) {
  const { t } = useTranslation();
  useLive("/api/installation");
  return (
    <div className={`shell ${className}`}>
      <button type="button" className="skip" onClick={skip}>
        {t("skip")}
      </button>
      <DemoBanner />
      <header className="shell-head">
        <div className="shell-home">{home}</div>
        <nav aria-label={t("nav.main")} className="shell-nav">
          {nav}
        </nav>
        <div className="shell-aside">
          {languages}
          <Reader />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Connection />
        <WhileSignedIn>{children}</WhileSignedIn>
      </main>
      <Footer />
    </div>
  );
}

/** There before it says anything, so that a screen reader hears of it. */
function Connection() {
  const { t, i18n } = useTranslation();
  const since = useLostSince();
  return (
    <div role="status" className={since ? "connection" : undefined}>
      {since && <p>{t("lost", { at: instant(new Date(since).toISOString(), i18n.language) })}</p>}
    </div>
  );
}

/** Not a fragment: that of a registration's address is its link. */
function skip() {
  document.getElementById("content")?.focus();
}

function DemoBanner() {
  const { t } = useTranslation();
  const session = useSession();
  if (!session?.demo) return null;
  return (
    <aside className="demo-banner" aria-label={t("demo.label")}>
      {t("demo.banner")} <Link to="/sign-in">{t("demo.choose")}</Link>
    </aside>
  );
}

function Reader() {
  const { t } = useTranslation();
  const session = useSession();
  const router = useRouter();
  const navigate = useNavigate();
  const here = useLocation();
  const leave = useStep("DELETE /session", async () => {
    await forgetAnswers("left");
    await router.invalidate();
    if (here.pathname.startsWith("/admin")) await navigate({ to: "/" });
  });
  const change = useActFor();
  const ask = (where: "here" | "elsewhere") => [t(`unsent.${where}`), t("unsent.leave")].join(" ");
  if (!session) return null;
  if (!session.person) {
    if (here.pathname === "/sign-in") return null;
    return (
      <Link to="/sign-in" search={{ back: backTo(here) }}>
        {t("sign-in.link")}
      </Link>
    );
  }
  return (
    <div className="reader">
      <span>
        <Link to="/account">{session.person.name}</Link>
        <span className="quiet"> · </span>
        <Link to="/organisation/people">{session.person.organisationName}</Link>
      </span>
      {session.others.map(({ organisation, organisationName }) => (
        <button
          key={organisation}
          type="button"
          className="plain"
          onClick={() => change.actFor(organisation)}
        >
          {t("sign-in.change", { name: organisationName })}
        </button>
      ))}
      <button type="button" className="plain" onClick={async () => (await letGo(ask)) && leave.mutate({})}>
        {t("sign-in.leave")}
      </button>
      {change.error && <Trouble problem={change.error} />}
      {leave.error && <Trouble problem={leave.error} />}
    </div>
  );
}
