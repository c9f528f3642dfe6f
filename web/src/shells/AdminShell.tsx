import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isOfOffice, readsCases, useSession } from "../app/session.ts";
import { Page } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { LanguageButtons } from "./LanguageButtons.tsx";
import { Shell } from "./Shell.tsx";

export function AdminShell() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const person = useSession()?.person;
  return (
    <Shell
      className="shell-admin"
      home={<Link to="/admin/review">{t("nav.office")}</Link>}
      nav={
        <>
          {readsCases(person) && (
            <>
              <Link to="/admin/review" activeProps={{}}>
                {t("nav.review")}
              </Link>
              <Link to="/admin/missions">{t("nav.missions")}</Link>
            </>
          )}
          {isOfOffice(person) && (
            <>
              <Link to="/admin/letters">{t("nav.letters")}</Link>
              <Link to="/admin/erasures">{t("identity:erasures.nav")}</Link>
              <Link to="/admin/audit">{t("identity:audit.nav")}</Link>
            </>
          )}
          <Link to="/$lang" params={{ lang: i18n.language }}>
            {t("nav.public-site")}
          </Link>
        </>
      }
      languages={<LanguageButtons />}
    >
      <ForTheOffice />
    </Shell>
  );
}

function SecondFactorFirst({ setUp }: { setUp: boolean }) {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <Page title={t("sign-in.code-title")} lead={t("sign-in.first-lead")}>
      <p>
        {setUp ? (
          <Link to="/account">{t("account.set-up")}</Link>
        ) : (
          <Link to="/sign-in/second-factor" search={{ back: location.pathname }}>
            {t("sign-in.give-it")}
          </Link>
        )}
      </p>
    </Page>
  );
}

/** The server decides what is shown; here is only the way in for who has not said yet who they are. */
function ForTheOffice() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const session = useSession();
  if (!session) return <Waiting />;
  if (session.secondFactor) return <SecondFactorFirst setUp={session.secondFactor === "to-set-up"} />;
  if (isOfOffice(session.person)) return <Outlet />;
  if (session.person) {
    return (
      <Page
        title={t("identity:office.not-yours")}
        lead={t("identity:office.not-yours-lead", { name: session.person.name })}
      >
        <p>
          <Link to="/$lang" params={{ lang: i18n.language }}>
            {t("not-found.home")}
          </Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t("identity:office.title")} lead={t("identity:office.lead")}>
      <p>
        <Link to="/sign-in" search={{ back: location.pathname }}>
          {t("sign-in.link")}
        </Link>
      </p>
    </Page>
  );
}
