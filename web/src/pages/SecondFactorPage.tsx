import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Page } from "../parts/Page.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { Providers } from "../sign-in/Providers.tsx";
import { SecondFactorForm } from "../sign-in/SecondFactorForm.tsx";
import { useArrival } from "../sign-in/useArrival.ts";

export function SecondFactorPage() {
  const { t } = useTranslation(["web", "identity"]);
  const session = useSession();
  const { back } = useSearch({ from: "/sign-in/second-factor" });
  const account = useAsk("GET /account", {});
  const arrive = useArrival();
  return (
    <PlainShell>
      <Page title={t("identity:sign-in.code-title")}>
        <SecondFactorForm onGiven={() => arrive(back)} />
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
