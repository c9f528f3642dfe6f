import { Button } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useInstallation } from "../app/installation.ts";
import { useStep } from "../app/queries.ts";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";
import { useArrival } from "../sign-in/useArrival.ts";
import { useLinkInAddress } from "../sign-in/useLinkInAddress.ts";

/** Opening it changes nothing, since programs that look at mail open links too; the button uses it up. */
export function SignInLinkPage() {
  const { t } = useTranslation(["web", "identity"]);
  const { back } = useSearch({ from: "/sign-in/link" });
  const link = useLinkInAddress();
  const title = t("identity:sign-in.open-title", { name: useInstallation()?.shortName ?? "" });
  const arrive = useArrival();
  const signIn = useStep("POST /session", () => arrive(back));
  const again = (
    <p>
      <Link to="/sign-in" search={back ? { back } : {}}>
        {t("identity:sign-in.new-link")}
      </Link>
    </p>
  );
  if (!link) {
    return (
      <PlainShell>
        <Page title={title} lead={t("identity:sign-in.no-link")}>
          {again}
        </Page>
      </PlainShell>
    );
  }
  return (
    <PlainShell>
      <Page title={title} lead={t("identity:sign-in.open-lead")}>
        <div className="actions">
          <Button loading={signIn.isPending} onClick={() => signIn.mutate({ link })}>
            {t("identity:sign-in.open")}
          </Button>
        </div>
        {signIn.error && (
          <>
            <Trouble problem={signIn.error} />
            {again}
          </>
        )}
      </Page>
    </PlainShell>
  );
}
