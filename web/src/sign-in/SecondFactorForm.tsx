import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInstallation } from "../app/installation.ts";
import { useStep } from "../app/queries.ts";
import { CodeForm } from "./CodeForm.tsx";

type Props = { takesFocus?: true; onGiven: () => unknown };

/** The code of the app, or a recovery code by whoever has no telephone at hand. */
export function SecondFactorForm({ takesFocus, onGiven }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const portal = useInstallation()?.shortName ?? "";
  const [byRecovery, setByRecovery] = useState(false);
  const give = useStep("POST /session/second-factor", onGiven);
  const change = () => {
    setByRecovery(!byRecovery);
    give.reset();
  };
  return (
    <div className="stack">
      <p>{byRecovery ? t("identity:sign-in.recovery-lead") : t("identity:sign-in.code-lead", { portal })}</p>
      <CodeForm
        key={String(byRecovery)}
        label={byRecovery ? t("identity:sign-in.recovery") : t("identity:sign-in.code")}
        form={byRecovery ? "recovery" : "figures"}
        send={t("identity:sign-in.go-on")}
        step={give}
        {...(takesFocus && { takesFocus })}
      />
      <p>
        <button type="button" className="plain" onClick={change}>
          {byRecovery ? t("identity:sign-in.to-code") : t("identity:sign-in.to-recovery")}
        </button>
      </p>
    </div>
  );
}
