import { Button } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useArrival } from "../sign-in/useArrival.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { SetUpSecondFactor } from "./SetUpSecondFactor.tsx";

const few = 3;
const stateId = "second-factor-state";

export function MySecondFactor({ isSet, recoveryCodes }: { isSet: boolean; recoveryCodes: number }) {
  const { t } = useTranslation(["web", "identity"]);
  const { back } = useSearch({ from: "/account" });
  const arrive = useArrival();
  const [codes, setCodes] = useState<string[]>();
  const prepare = useStep("POST /account/second-factor");
  const renew = useStep("POST /account/recovery-codes", (out) => setCodes(out.recoveryCodes));
  if (codes) {
    const done = async () => {
      if (back) return arrive(back);
      setCodes(undefined);
      prepare.reset();
      await Promise.all([refresh("/api/account"), refresh("/api/session")]);
      focusOn(stateId);
    };
    return <RecoveryCodes codes={codes} onKept={done} />;
  }
  if (prepare.data) return <SetUpSecondFactor {...prepare.data} onDone={setCodes} />;
  const state = recoveryCodes > few ? "identity:account.factor-set" : "identity:account.factor-few";
  return (
    <div className="stack">
      <p id={stateId} tabIndex={-1}>
        {isSet ? t(state, { count: recoveryCodes }) : t("identity:account.factor-none")}
      </p>
      <div className="actions">
        <Button
          variant={isSet ? "default" : "filled"}
          loading={prepare.isPending}
          onClick={() => prepare.mutate({})}
        >
          {isSet ? t("identity:account.replace") : t("identity:account.set-up")}
        </Button>
        {isSet && (
          <Confirm
            ask={t("identity:account.renew")}
            consequence={t("identity:account.renew-sure")}
            yes={t("identity:account.renew")}
            busy={renew.isPending}
            onYes={() => renew.mutate({})}
          />
        )}
      </div>
      {prepare.error && <Trouble problem={prepare.error} />}
      {renew.error && <Trouble problem={renew.error} />}
    </div>
  );
}
