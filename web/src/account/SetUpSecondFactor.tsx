import { useTranslation } from "react-i18next";
import { renderSVG } from "uqr";
import { useStep } from "../app/queries.ts";
import { CodeForm } from "../sign-in/CodeForm.tsx";
import "./second-factor.css";

type Props = { seed: string; address: string; onDone(recoveryCodes: string[]): void };

export function SetUpSecondFactor({ seed, address, onDone }: Props) {
  const { t } = useTranslation(["web", "identity"]);
  const confirm = useStep("PUT /account/second-factor", (out) => onDone(out.recoveryCodes));
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`;
  return (
    <div className="stack">
      <p>{t("identity:account.scan")}</p>
      <img className="second-factor-picture" src={picture} alt={t("identity:account.qr")} />
      <p>
        {t("identity:account.seed")}: <code>{seed.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <CodeForm
        label={t("identity:sign-in.code")}
        form="figures"
        send={t("identity:account.confirm")}
        step={confirm}
      />
    </div>
  );
}
