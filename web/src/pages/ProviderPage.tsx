import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { backIn } from "../app/back.ts";
import { useStep } from "../app/queries.ts";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { answerInAddress } from "../sign-in/answerInAddress.ts";
import { useArrival } from "../sign-in/useArrival.ts";

/** Where a provider sends a browser back to. What it brings is handed in by the page: opening an address changes nothing. */
export function ProviderPage() {
  const { t } = useTranslation(["web", "identity"]);
  const [answer] = useState(answerInAddress);
  const arrive = useArrival();
  const come = useStep("POST /session/authentication-responses", ({ back, proving }) =>
    arrive(back, proving),
  );
  const { mutate } = come;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is taken once
  useEffect(() => {
    if (answer) mutate(answer);
  }, []);
  const isOver = !answer || come.error;
  const whence = come.error?.params ?? {};
  const titles = {
    linking: "identity:account.title",
    proving: "identity:sign-in.code-title",
    neither: "identity:sign-in.title",
  } as const;
  const title = t(titles[whence.linking ? "linking" : whence.proving ? "proving" : "neither"]);
  return (
    <PlainShell>
      <Page
        title={isOver ? title : t("identity:providers.coming-title")}
        lead={!isOver && t("identity:providers.coming")}
      >
        {!isOver && <Waiting />}
        {!answer && <p>{t("identity:providers.nothing")}</p>}
        {come.error && <Trouble problem={come.error} />}
        {isOver && (
          <p>
            {whence.linking ? (
              <Link to="/account">{t("identity:providers.to-account")}</Link>
            ) : (
              <Link to={whence.proving ? "/sign-in/second-factor" : "/sign-in"} search={backIn(whence)}>
                {t("identity:providers.again")}
              </Link>
            )}
          </p>
        )}
      </Page>
    </PlainShell>
  );
}
