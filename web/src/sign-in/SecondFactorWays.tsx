import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import type { Session } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { Providers } from "./Providers.tsx";
import { SecondFactorForm } from "./SecondFactorForm.tsx";
import { useArrival } from "./useArrival.ts";

/** How this person gives it, or sets one up. */
export function SecondFactorWays({ session, back }: { session: Session; back: string | undefined }) {
  const { t } = useTranslation(["web", "identity"]);
  const account = useAsk("GET /account", {});
  const arrive = useArrival();
  const search = back ? { back } : {};
  return (
    <Asked of={account}>
      {({ staff, secondFactor, providers }) => {
        const byProvider = session.providers.some(({ provider }) => providers.includes(provider));
        return (
          <>
            {secondFactor && <SecondFactorForm onGiven={() => arrive(back)} />}
            {!secondFactor && <p>{t(leads[byProvider ? "provider" : staff ? "none" : "letter"])}</p>}
            <Providers back={back} only={providers} />
            {!secondFactor && staff && session.secondFactor && (
              <p>
                <Link to="/account" search={search}>
                  {t("identity:account.set-up")}
                </Link>
              </p>
            )}
            {!secondFactor && session.demo && (
              <p className="quiet">
                {t("identity:sign-in.demo-factor")}{" "}
                <Link to="/sign-in" search={search}>
                  {t("demo.choose")}
                </Link>
              </p>
            )}
          </>
        );
      }}
    </Asked>
  );
}

const leads = {
  provider: "identity:sign-in.factor-by-provider",
  none: "identity:sign-in.factor-none",
  letter: "identity:account.by-letter",
} as const;
