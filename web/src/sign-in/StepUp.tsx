import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { backTo } from "../app/back.ts";
import { useTitle } from "../app/page.ts";
import { useAsk } from "../app/queries.ts";
import { useAwaited, useSession } from "../app/session.ts";
import { answerStepUp } from "../app/step-up.ts";
import { Asked } from "../parts/Asked.tsx";
import { AsDemoPerson } from "./AsDemoPerson.tsx";
import { cameBack } from "./came-back.ts";
import { InNewTab } from "./InNewTab.tsx";
import { SecondFactorForm } from "./SecondFactorForm.tsx";

/** In place of the page on which a step asks the second factor anew: how they give it and find the page as it was. */
export function StepUp() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  const lacksFactor = Boolean(useAwaited() ?? session?.secondFactor);
  useTitle(t("identity:sign-in.code-title"), "inPlace");
  return (
    <section className="page" aria-labelledby="step-up">
      <header className="page-head">
        <h1 id="step-up">{t("identity:sign-in.code-title")}</h1>
        <p className="page-lead" role="status">
          {t(lacksFactor ? "identity:step-up.one-factor" : "identity:step-up.lead")}
        </p>
      </header>
      <Ways lacksFactor={lacksFactor} />
      <p>
        <button type="button" className="plain" onClick={() => answerStepUp(false)}>
          {t("identity:step-up.not-now")}
        </button>
      </p>
    </section>
  );
}

/** Those which this person has; the keyboard is at the first of them. */
function Ways({ lacksFactor }: { lacksFactor: boolean }) {
  const { t } = useTranslation(["web", "identity"]);
  const back = useLocation({ select: backTo });
  const session = useSession();
  const account = useAsk("GET /account", {});
  return (
    <Asked of={account}>
      {({ secondFactor, providers }) => {
        const bySelf = session?.demo && !secondFactor && session.person;
        const byProvider = session?.providers.some(({ provider }) => providers.includes(provider));
        const isOnly = !secondFactor && !bySelf;
        return (
          <>
            {secondFactor && <SecondFactorForm takesFocus onGiven={cameBack} />}
            {bySelf && <AsDemoPerson person={bySelf} takesFocus onSignedIn={cameBack} />}
            {byProvider && (
              <>
                {isOnly && <p>{t("identity:sign-in.factor-by-provider")}</p>}
                <InNewTab page="/sign-in/second-factor" back={back} takesFocus={isOnly}>
                  {t("identity:step-up.by-provider")}
                </InNewTab>
              </>
            )}
            {isOnly && (!byProvider || lacksFactor) && (
              <InNewTab page="/account" back={back} takesFocus={!byProvider}>
                {t("identity:step-up.set-up")}
              </InNewTab>
            )}
          </>
        );
      }}
    </Asked>
  );
}
