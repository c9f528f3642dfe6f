import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../app/session.ts";
import { People } from "../organisation/People.tsx";
import { Page } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { OwnShell } from "../shells/OwnShell.tsx";

/** Of the organisation on whose behalf the reader acts. */
export function OrganisationPeoplePage() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  const organisation = session?.person?.organisation;
  return (
    <OwnShell>
      {!session && <Waiting />}
      {organisation && <People key={organisation} organisation={organisation} />}
      {session && !organisation && (
        <Page title={t("identity:colleagues.own-title")}>
          <p>
            {t("identity:colleagues.signed-out")}{" "}
            <Link to="/sign-in" search={{ back: "/organisation/people" }}>
              {t("sign-in.link")}
            </Link>
          </p>
        </Page>
      )}
    </OwnShell>
  );
}
