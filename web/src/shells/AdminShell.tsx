import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { backTo } from "../app/back.ts";
import { useInstallation } from "../app/installation.ts";
import { mayTake } from "../app/may.ts";
import { officeStart, pagesFor } from "../app/office.ts";
import { ask } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { KeysButton } from "../keys/KeysButton.tsx";
import { PaletteButton } from "../palette/PaletteButton.tsx";
import { Page } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { LanguageButtons } from "./LanguageButtons.tsx";
import { Shell } from "./Shell.tsx";

export function AdminShell() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const session = useSession();
  const name = useInstallation()?.shortName ?? "";
  return (
    <Shell
      className="shell-admin"
      home={<Link to={officeStart(session)}>{t("nav.office", { name })}</Link>}
      nav={
        <>
          {pagesFor(session).map(({ to, text }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === "/admin" }}>
              {t(text)}
            </Link>
          ))}
          {pagesFor(session).length > 0 && (
            <>
              <PaletteButton />
              <KeysButton />
            </>
          )}
          {mayTake(session, "GET /outbox") && <MailToCheck />}
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

/** Where letters came back from, and whether they leave at all, for whoever of the office is at work; nothing when there is nothing to do. */
function MailToCheck() {
  const { t } = useTranslation("mail");
  const { data } = useQuery({ ...ask("GET /outbox", {}), refetchInterval: 60_000 });
  if (!data) return null;
  return (
    <>
      {data.late > 0 && (
        <Link to="/admin/letters" search={{ state: "waiting" }} activeOptions={{ includeSearch: true }}>
          {t("letters.nav-late", { count: data.late })}
        </Link>
      )}
      {data.marked > 0 && (
        <Link to="/admin/letters" hash="marked-addresses" activeOptions={{ includeHash: true }}>
          {t("letters.nav-marked", { count: data.marked })}
        </Link>
      )}
    </>
  );
}

function SecondFactorFirst({ setUp }: { setUp: boolean }) {
  const { t } = useTranslation(["web", "identity"]);
  const back = useLocation({ select: backTo });
  return (
    <Page title={t("identity:sign-in.code-title")} lead={t("identity:sign-in.first-lead")}>
      <p>
        {setUp ? (
          <Link to="/account" search={{ back }}>
            {t("identity:account.set-up")}
          </Link>
        ) : (
          <Link to="/sign-in/second-factor" search={{ back }}>
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
  const back = useLocation({ select: backTo });
  if (!session) return <Waiting />;
  if (session.secondFactor) return <SecondFactorFirst setUp={session.secondFactor === "to-set-up"} />;
  if (pagesFor(session).length) return <Outlet />;
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
        <Link to="/sign-in" search={{ back }}>
          {t("sign-in.link")}
        </Link>
      </p>
    </Page>
  );
}
