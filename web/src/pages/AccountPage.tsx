import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MyAddress } from "../account/MyAddress.tsx";
import { MyConsents } from "../account/MyConsents.tsx";
import { MyData } from "../account/MyData.tsx";
import { MyLanguage } from "../account/MyLanguage.tsx";
import { MyPassword } from "../account/MyPassword.tsx";
import { MyProviders } from "../account/MyProviders.tsx";
import { MySecondFactor } from "../account/MySecondFactor.tsx";
import { MySessions } from "../account/MySessions.tsx";
import { MyTokens } from "../account/MyTokens.tsx";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { Page, Part } from "../parts/Page.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { OwnShell } from "../shells/OwnShell.tsx";

export function AccountPage() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  return (
    <OwnShell>
      <Page title={t("identity:account.title")} lead={session?.person?.name}>
        {!session && <Waiting />}
        {session?.signedIn && <Mine />}
        {session && !session.signedIn && (
          <p>
            {t("identity:account.signed-out")}{" "}
            <Link to="/sign-in" search={{ back: "/account" }}>
              {t("sign-in.link")}
            </Link>
          </p>
        )}
      </Page>
    </OwnShell>
  );
}

function Mine() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  const person = session?.person;
  const account = useAsk("GET /account", {});
  return (
    <>
      <MyAddress />
      <Asked of={account}>
        {({ staff, password, secondFactor, recoveryCodes }) =>
          staff ? (
            <>
              <Part title={t("identity:account.factor")}>
                <MySecondFactor isSet={secondFactor} recoveryCodes={recoveryCodes} />
              </Part>
              <Part title={t("identity:account.password")}>{password ? <MyPassword /> : <NoPassword />}</Part>
            </>
          ) : (
            <p>{t("identity:account.by-letter")}</p>
          )
        }
      </Asked>
      {session && session.providers.length > 0 && account.data && (
        <Part title={t("identity:providers.title")}>
          <MyProviders all={session.providers} linked={account.data.providers} />
        </Part>
      )}
      {account.data?.language && (
        <Part title={t("identity:account.language")}>
          <MyLanguage now={account.data.language} />
        </Part>
      )}
      <Part title={t("identity:account.sessions")}>
        <MySessions />
      </Part>
      <Part title={t("identity:tokens.title")}>
        <MyTokens />
      </Part>
      <Part title={t("identity:consents.title")}>
        <MyConsents />
      </Part>
      {person && (
        <Part title={t("identity:my-data.title")}>
          <MyData person={person.person} />
        </Part>
      )}
    </>
  );
}

/** The letter that lets staff sign in is the one by which they choose a password. */
function NoPassword() {
  const { t } = useTranslation("identity");
  return (
    <p>
      {t("account.no-password")}{" "}
      <Link to="/sign-in" search={{ password: true }}>
        {t("account.ask-link")}
      </Link>
    </p>
  );
}
