import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { refresh, useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { SetUpSecondFactor } from "./SetUpSecondFactor.tsx";

const few = 3;

export function MySecondFactor({ isSet, recoveryCodes }: { isSet: boolean; recoveryCodes: number }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[]>();
  const prepare = useStep("POST /account/second-factor");
  const renew = useStep("POST /account/recovery-codes", (out) => setCodes(out.recoveryCodes));
  if (codes) {
    const done = async () => {
      setCodes(undefined);
      prepare.reset();
      await Promise.all([refresh("/api/account"), refresh("/api/session")]);
    };
    return <RecoveryCodes codes={codes} onKept={done} />;
  }
  if (prepare.data) return <SetUpSecondFactor {...prepare.data} onDone={setCodes} />;
  const state = recoveryCodes > few ? "account.factor-set" : "account.factor-few";
  return (
    <div className="stack">
      <p>{isSet ? t(state, { count: recoveryCodes }) : t("account.factor-none")}</p>
      <div className="actions">
        <Button
          variant={isSet ? "default" : "filled"}
          loading={prepare.isPending}
          onClick={() => prepare.mutate({})}
        >
          {isSet ? t("account.replace") : t("account.set-up")}
        </Button>
        {isSet && (
          <Confirm
            ask={t("account.renew")}
            consequence={t("account.renew-sure")}
            yes={t("account.renew")}
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
