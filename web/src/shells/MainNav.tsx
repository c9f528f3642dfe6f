import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { mayTake } from "../app/may.ts";
import { officeStart, pagesFor } from "../app/office.ts";
import { useSession } from "../app/session.ts";

/** The ways through the portal, the same on public pages and on those about the reader. */
export function MainNav() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const params = { lang: i18n.language };
  return (
    <>
      <Link to="/$lang/missions" params={params}>
        {t("nav.missions")}
      </Link>
      <Link to="/$lang/partners" params={params}>
        {t("nav.partners")}
      </Link>
      {mayTake(session, "GET /entries") ? (
        <Link to="/$lang/me" params={params}>
          {t("nav.own")}
        </Link>
      ) : (
        <Link to="/$lang/register" params={params}>
          {t("nav.register")}
        </Link>
      )}
      {pagesFor(session).length > 0 && <Link to={officeStart(session)}>{t("nav.office-pages")}</Link>}
    </>
  );
}
