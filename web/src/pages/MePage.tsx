import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { mayTake } from "../app/may.ts";
import { type Session, useSession } from "../app/session.ts";
import { OwnMissions } from "../own/OwnMissions.tsx";
import { WaitsForMe } from "../own/WaitsForMe.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";

export function MePage() {
  const { t } = useTranslation(["web", "missions"]);
  const session = useSession();
  const company = session?.person?.organisationName;
  return (
    <Page title={t("missions:own.title")} lead={company && t("missions:own.lead", { company })}>
      {session ? <Mine session={session} /> : <Waiting />}
    </Page>
  );
}

function Mine({ session: { person, ...session } }: { session: Session }) {
  const { t } = useTranslation(["web", "missions", "identity"]);
  if (!person) {
    return (
      <p>
        {t("missions:own.signed-out")}{" "}
        <Link to="/sign-in" search={{ back: location.pathname }}>
          {t("sign-in.link")}
        </Link>
      </p>
    );
  }
  const company = person.organisationName;
  return (
    <>
      {mayTake({ person, ...session }, "GET /entries") ? (
        <>
          <Part title={t("missions:own.waits")}>
            <WaitsForMe />
          </Part>
          <OwnMissions company={company} />
        </>
      ) : (
        <p>{t("missions:own.members-only", { company })}</p>
      )}
      <Part title={t("missions:own.account")}>
        <ul>
          <li>
            <Link to="/account">{t("identity:account.title")}</Link>
          </li>
          <li>
            <Link to="/organisation/people">{t("identity:colleagues.title", { name: company })}</Link>
          </li>
        </ul>
      </Part>
    </>
  );
}
