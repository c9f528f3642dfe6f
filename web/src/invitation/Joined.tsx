import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useStep } from "../app/queries.ts";
import { type Person, useSession } from "../app/session.ts";
import { Page } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { useActFor } from "../sign-in/useActFor.ts";
import { useArrival } from "../sign-in/useArrival.ts";
import "./joined.css";

type Accepted = Out<"POST /invitations/:invitation/acceptance">;
type WayIn = NonNullable<Accepted["signIn"]>;
type Props = { accepted: Accepted; organisationName: string };

const back = "/organisation/people";

/** That it worked, and the way on: whoever is new or signed in goes on from here, others sign in as always. */
export function Joined({ accepted: { organisation, signIn }, organisationName }: Props) {
  const { t } = useTranslation("identity");
  const session = useSession();
  const title = t("invitation.done", { organisation: organisationName });
  if (signIn)
    return (
      <Page title={title} lead={t(`invitation.on.${signIn.opens}`)}>
        <GoOn {...signIn} />
      </Page>
    );
  if (!session)
    return (
      <Page title={title}>
        <Waiting />
      </Page>
    );
  if (session.person)
    return (
      <Page title={title}>
        <ActFor person={session.person} organisation={organisation} organisationName={organisationName} />
      </Page>
    );
  return (
    <Page title={title} lead={t("invitation.done-lead")}>
      <SignIn />
    </Page>
  );
}

type Acting = { person: Person; organisation: string; organisationName: string };

function ActFor({ person, organisation, organisationName }: Acting) {
  const { t } = useTranslation(["web", "identity"]);
  const navigate = useNavigate();
  const { actFor, error, isPending } = useActFor(() => navigate({ to: back, replace: true }));
  if (person.organisation === organisation)
    return (
      <p>
        <Link to={back}>{t("identity:colleagues.own-title")}</Link>
      </p>
    );
  return (
    <>
      <p>
        {t("identity:invitation.done-signed-in", {
          now: person.organisationName,
          organisation: organisationName,
        })}
      </p>
      <div className="actions">
        <Button className="act-for" loading={isPending} onClick={() => actFor(organisation)}>
          {t("sign-in.change", { name: organisationName })}
        </Button>
      </div>
      {error && <Trouble problem={error} />}
    </>
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
