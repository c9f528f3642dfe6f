import { useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { backTo } from "../app/back.ts";
import { useTitle } from "../app/page.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { answerStepUp } from "../app/step-up.ts";
import { Asked } from "../parts/Asked.tsx";
import { AsDemoPerson } from "./AsDemoPerson.tsx";
import { cameBack } from "./came-back.ts";
import { SecondFactorForm } from "./SecondFactorForm.tsx";

/** In place of the page on which a step asks the second factor anew: how they give it and find the page as it was. */
export function StepUp() {
  const { t } = useTranslation(["web", "identity"]);
  const back = useLocation({ select: backTo });
  const session = useSession();
  useTitle(t("identity:sign-in.code-title"), "inPlace");
  const account = useAsk("GET /account", {});
  return (
    <section className="page" aria-labelledby="step-up">
      <header className="page-head">
        <h1 id="step-up">{t("identity:sign-in.code-title")}</h1>
        <p className="page-lead">{t("identity:step-up.lead")}</p>
      </header>
      <Asked of={account}>
        {({ secondFactor, providers }) => (
          <>
            {session?.demo && session.person && !secondFactor ? (
              <AsDemoPerson person={session.person} takesFocus onSignedIn={cameBack} />
            ) : (
              <SecondFactorForm takesFocus onGiven={cameBack} />
            )}
            {providers.length > 0 && (
              <p>
                <a
                  href={`/sign-in/second-factor?back=${encodeURIComponent(back)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {t("identity:step-up.by-provider")}
                </a>
              </p>
            )}
          </>
        )}
      </Asked>
      <p>
        <button type="button" className="plain" onClick={() => answerStepUp(false)}>
          {t("identity:step-up.not-now")}
        </button>
      </p>
    </section>
  );
}
