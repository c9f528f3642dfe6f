import { Link, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { useAsk } from "../app/queries.ts";
import { forgetAnswers } from "../app/session.ts";
import { Accept } from "../invitation/Accept.tsx";
import { Joined } from "../invitation/Joined.tsx";
import { type Link as Invited, useInvitationInAddress } from "../invitation/useInvitationInAddress.ts";
import { Asked } from "../parts/Asked.tsx";
import { Page } from "../parts/Page.tsx";
import { PlainShell } from "../shells/PlainShell.tsx";

type Invitation = Out<"GET /invitations/:invitation">;

/** Opening it changes nothing, since programs that look at mail open links too; the button uses it up. */
export function InvitationPage() {
  const { t } = useTranslation(["web", "identity"]);
  const invited = useInvitationInAddress();
  return (
    <PlainShell>
      {invited ? (
        <Opened invited={invited} />
      ) : (
        <Page title={t("identity:invitation.title")} lead={t("identity:invitation.no-link")} />
      )}
    </PlainShell>
  );
}

/** Whoever joined by it opens their letter again. */
function Over() {
  const { t } = useTranslation(["web", "identity"]);
  return (
    <Page title={t("identity:invitation.title")} lead={t("identity:refusals.invitation-over")}>
      <p>
        {t("identity:invitation.accepted-before")} <Link to="/sign-in">{t("sign-in.link")}</Link>
      </p>
    </Page>
  );
}

function Opened({ invited }: { invited: Invited }) {
  const { t } = useTranslation(["web", "identity"]);
  const router = useRouter();
  const [joined, setJoined] = useState<Parameters<typeof Joined>[0]>();
  const { invitation } = invited;
  const asked = useAsk("GET /invitations/:invitation", { invitation }, !joined);
  if (joined) return <Joined {...joined} />;
  if (asked.error?.status === 404) return <Over />;
  return (
    <Page title={t("identity:invitation.title")}>
      <Asked of={asked}>
        {(found) => (
          <>
            <Facts found={found} />
            <Accept
              invited={invited}
              onJoined={async (accepted) => {
                setJoined({ accepted, organisationName: found.organisationName });
                await forgetAnswers("entered");
                await router.invalidate();
              }}
            />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Facts({ found }: { found: Invitation }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { organisationName: organisation, by, roles, standing, endsAt } = found;
  return (
    <>
      <p>
        {by
          ? t("identity:invitation.to", { name: by, organisation })
          : t("identity:invitation.to-anyone", { organisation })}
      </p>
      <dl className="facts">
        <dt>{t("identity:invitation.standing")}</dt>
        <dd>{t(`identity:standings.${standing}`)}</dd>
        <dt>{t("identity:invitation.roles")}</dt>
        <dd>{roles.map((role) => t(`identity:roles.${role}`)).join(" · ")}</dd>
        <dt>{t("identity:invitation.until")}</dt>
        <dd>
          <time dateTime={endsAt}>{instant(endsAt, i18n.language)}</time>
        </dd>
      </dl>
    </>
  );
}
