import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useInstallation } from "../app/installation.ts";
import { useAsk, useStep } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Page } from "../parts/Page.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { CodeForm } from "../sign-in/CodeForm.tsx";
import { Providers } from "../sign-in/Providers.tsx";
import { useArrival } from "../sign-in/useArrival.ts";

export function SecondFactorPage() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  const portal = useInstallation()?.shortName ?? "";
  const { back } = useSearch({ from: "/sign-in/second-factor" });
  const [byRecovery, setByRecovery] = useState(false);
  const account = useAsk("GET /account", {});
  const arrive = useArrival();
  const give = useStep("POST /session/second-factor", () => arrive(back));
  return (
    <PlainShell>
      <Page
        title={t("sign-in.code-title")}
        lead={byRecovery ? t("identity:sign-in.recovery-lead") : t("identity:sign-in.code-lead", { portal })}
      >
        <CodeForm
          key={String(byRecovery)}
          label={byRecovery ? t("identity:sign-in.recovery") : t("identity:sign-in.code")}
          form={byRecovery ? "recovery" : "figures"}
          send={t("identity:sign-in.go-on")}
          step={give}
        />
        <p>
          <button type="button" className="plain" onClick={() => setByRecovery(!byRecovery)}>
            {byRecovery ? t("identity:sign-in.to-code") : t("identity:sign-in.to-recovery")}
          </button>
        </p>
        {session?.demo && (
          <p className="quiet">
            {t("identity:sign-in.demo-factor")}{" "}
            <Link to="/sign-in" search={back ? { back } : {}}>
              {t("demo.choose")}
            </Link>
          </p>
        )}
        <Providers back={back} only={account.data?.providers ?? []} />
      </Page>
    </PlainShell>
  );
}
