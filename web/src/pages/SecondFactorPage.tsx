import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../app/session.ts";
import { Page } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { SecondFactorWays } from "../sign-in/SecondFactorWays.tsx";

export function SecondFactorPage() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  const search = useSearch({ from: "/sign-in/second-factor" });
  const { oneFactor } = useLocation({ select: ({ state }) => state });
  return (
    <PlainShell>
      <Page title={t("identity:sign-in.code-title")}>
        {!session && <Waiting />}
        {session && !session.signedIn && (
          <p>
            {t("identity:sign-in.factor-signed-out")}{" "}
            <Link to="/sign-in" search={search}>
              {t("sign-in.link")}
            </Link>
          </p>
        )}
        {session?.signedIn && (
          <>
            {oneFactor && <p role="status">{t("identity:sign-in.one-factor")}</p>}
            <SecondFactorWays session={session} back={search.back} />
          </>
        )}
      </Page>
    </PlainShell>
  );
}
