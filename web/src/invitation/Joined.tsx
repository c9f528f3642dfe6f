import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useArrival } from "../sign-in/useArrival.ts";

type WayIn = NonNullable<Out<"POST /invitations/:invitation/acceptance">["signIn"]>;
type Props = { organisation: string; signIn: WayIn | undefined };

const back = "/organisation/people";

/** That it worked, and the way on: whoever is new goes on from here, others sign in as always. */
export function Joined({ organisation, signIn }: Props) {
  const { t } = useTranslation("identity");
  const lead = signIn ? t(`invitation.on.${signIn.opens}`) : t("invitation.done-lead");
  return (
    <Page title={t("invitation.done", { organisation })} lead={lead}>
      {signIn ? <GoOn {...signIn} /> : <SignIn />}
    </Page>
  );
}

function SignIn() {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <p>
      <Link to="/sign-in" search={{ back }}>
        {t("sign-in.link")}
      </Link>
    </p>
  );
}

function GoOn({ opens, link }: WayIn) {
  const { t } = useTranslation(["web", "identity"]);
  const navigate = useNavigate();
  const arrive = useArrival();
  const signIn = useStep("POST /session", () => arrive(back));
  const goOn = () =>
    opens === "password"
      ? navigate({ to: "/sign-in/new-password", hash: link, replace: true })
      : signIn.mutate({ link });
  return (
    <>
      <div className="actions">
        <Button loading={signIn.isPending} onClick={goOn}>
          {t("identity:sign-in.go-on")}
        </Button>
      </div>
      {signIn.error && (
        <>
          <Trouble problem={signIn.error} />
          <SignIn />
        </>
      )}
    </>
  );
}
