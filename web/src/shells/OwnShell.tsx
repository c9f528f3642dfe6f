import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { mayTake } from "../app/may.ts";
import { officeStart, pagesFor } from "../app/office.ts";
import { useSession } from "../app/session.ts";
import { PlainShell } from "./PlainShell.tsx";

/** Around pages about the reader: whoever is signed in finds the way back from them to where they work. */
export function OwnShell({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const params = { lang: i18n.language };
  const nav = session?.person && (
    <>
      {mayTake(session, "GET /entries") && (
        <Link to="/$lang/me" params={params}>
          {t("nav.own")}
        </Link>
      )}
      {pagesFor(session).length > 0 && <Link to={officeStart(session)}>{t("nav.office-pages")}</Link>}
      <Link to="/$lang/missions" params={params}>
        {t("nav.missions")}
      </Link>
      <Link to="/$lang/partners" params={params}>
        {t("nav.partners")}
      </Link>
    </>
  );
  return <PlainShell nav={nav}>{children}</PlainShell>;
}
