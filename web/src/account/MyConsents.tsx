import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant, languageName } from "../app/format.ts";
import { isLanguage } from "../app/languages.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Consent = Out<"GET /account/consents">["rows"][number];

/** What somebody agrees to, each on its own; no is one click, as yes is. */
export function MyConsents() {
  const consents = useAsk("GET /account/consents", {});
  return (
    <Asked of={consents}>
      {({ rows }) => (
        <ul className="rows">
          {rows.map((consent) => (
            <li key={consent.purpose}>
              <OneConsent consent={consent} />
            </li>
          ))}
        </ul>
      )}
    </Asked>
  );
}

function OneConsent({ consent }: { consent: Consent }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { purpose, text, given, history } = consent;
  const answer = useStep("POST /account/consents", () => refresh("/api/account/consents"));
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const say = (yes: boolean) => answer.mutate({ purpose, text, given: yes, language });
  return (
    <div className="stack">
      <p>{t(`identity:consents.${purpose}.${text}` as "identity:consents.news-letters.1")}</p>
      <p className="quiet small">
        {given === undefined
          ? t(history.length ? "identity:consents.anew" : "identity:consents.open")
          : t(given ? "identity:consents.yes" : "identity:consents.no")}
      </p>
      <div className="actions">
        {given !== true && (
          <Button variant="default" loading={answer.isPending} onClick={() => say(true)}>
            {t("identity:consents.agree")}
          </Button>
        )}
        {given !== false && (
          <Button variant="default" loading={answer.isPending} onClick={() => say(false)}>
            {t(given ? "identity:consents.withdraw" : "identity:consents.refuse")}
          </Button>
        )}
      </div>
      {answer.error && <Trouble problem={answer.error} />}
      {history.length > 0 && (
        <details>
          <summary className="small">{t("identity:consents.history")}</summary>
          <ol className="rows small">
            {history.map(({ at, given: yes, text: number, language: tag }) => (
              <li key={at}>
                {t(yes ? "identity:consents.said-yes" : "identity:consents.said-no", {
                  ...{ at: instant(at, i18n.language), number, language: languageName(tag, i18n.language) },
                })}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
