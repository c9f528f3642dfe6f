import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { useWords } from "../app/words.ts";
import { Asked } from "../parts/Asked.tsx";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { MakeToken } from "./MakeToken.tsx";
import { NewToken } from "./NewToken.tsx";
import { levelsIn } from "./scopes.ts";

type Tokens = Out<"GET /account/tokens">;
type Token = Tokens["rows"][number];

const [listId, newId] = ["own-tokens", "new-token"];

const renew = () => refresh("/api/account/tokens");

/** What programs may in the reader's name, and until when; each can be taken back at once. */
export function MyTokens() {
  const { t } = useTranslation(["web", "identity"]);
  const tokens = useAsk("GET /account/tokens", {});
  const [step, setStep] = useState<{ making?: true; bearer?: string }>({});
  const backAt = (id: string) => {
    setStep({});
    focusOn(id);
  };
  if (step.bearer) return <NewToken bearer={step.bearer} onKept={() => backAt(listId)} />;
  return (
    <Asked of={tokens}>
      {({ rows, scopes }) => (
        <div className="stack">
          <p className="quiet">{t("identity:tokens.lead")}</p>
          {rows.length > 0 ? (
            <ul className="rows" id={listId} tabIndex={-1}>
              {rows.map((token) => (
                <li key={token.token}>
                  <OneToken token={token} />
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("identity:tokens.none")}</p>
          )}
          {step.making ? (
            <MakeToken
              scopes={scopes}
              onMade={({ bearer }) => {
                setStep({ bearer });
                return renew();
              }}
              onCancel={() => backAt(newId)}
            />
          ) : (
            <div className="actions">
              <Button id={newId} variant="default" onClick={() => setStep({ making: true })}>
                {t("identity:tokens.new")}
              </Button>
            </div>
          )}
        </div>
      )}
    </Asked>
  );
}

function OneToken({ token }: { token: Token }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { say } = useWords();
  const end = useStep("DELETE /account/tokens/:token", renew);
  const { name, organisationName, scope, madeAt, endsAt, usedAt } = token;
  const at = (moment: string) => ({ at: instant(moment, i18n.language) });
  return (
    <div className="stack">
      <p>
        <strong dir="auto">{name}</strong> · {organisationName} ·{" "}
        <code>{t("identity:tokens.written", { token: token.token })}</code>
        <br />
        {Object.entries(levelsIn(scope))
          .map(([service, level]) =>
            t("identity:tokens.may", {
              service: say(`identity:tokens.services.${service}`),
              level: say(`identity:tokens.levels.${level}`),
            }),
          )
          .join(" · ")}
        <br />
        <span className="quiet small">
          {t("identity:tokens.made", at(madeAt))} · {t("identity:tokens.ends", at(endsAt))} ·{" "}
          {usedAt ? t("identity:tokens.used", at(usedAt)) : t("identity:tokens.unused")}
        </span>
      </p>
      <Confirm
        ask={t("identity:tokens.revoke")}
        about={name}
        consequence={t("identity:tokens.consequence", { name })}
        yes={t("identity:tokens.yes")}
        busy={end.isPending}
        onYes={() => end.mutate({ token: token.token })}
      />
      {end.error && <Trouble problem={end.error} />}
    </div>
  );
}
