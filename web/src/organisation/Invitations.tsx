import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { useLive } from "../app/live.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Row = Out<"GET /organisations/:organisation/invitations">["rows"][number];

/** Those on their way: sent again, or taken back. */
export function Invitations({ organisation }: { organisation: string }) {
  const { t } = useTranslation(["web", "identity"]);
  const invitations = useAsk("GET /organisations/:organisation/invitations", { organisation });
  useLive(`/api/organisations/${organisation}/invitations`);
  return (
    <Asked of={invitations}>
      {({ rows }) =>
        rows.length ? (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.invitation}>
                <OneInvitation organisation={organisation} row={row} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t("identity:invitations.none")}</p>
        )
      }
    </Asked>
  );
}

function OneInvitation({ organisation, row }: { organisation: string; row: Row }) {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const { invitation, email, roles, standing, endsAt } = row;
  const one = { organisation, invitation };
  const [again, setAgain] = useState(false);
  const renew = () => refresh(`/api/organisations/${organisation}`);
  const resend = useStep("POST /organisations/:organisation/invitations/:invitation/letters", async () => {
    setAgain(true);
    await renew();
  });
  const withdraw = useStep("POST /organisations/:organisation/invitations/:invitation/withdrawal", renew);
  const problem = resend.error ?? withdraw.error;
  return (
    <div className="stack">
      <p>
        <strong>{email}</strong>
        <br />
        <span className="quiet small">
          {t(`identity:standings.${standing}`)} ·{" "}
          {roles.map((role) => t(`identity:roles.${role}`)).join(" · ")} ·{" "}
          <time dateTime={endsAt}>
            {t("identity:invitations.until", { at: instant(endsAt, i18n.language) })}
          </time>
        </span>
      </p>
      <div className="actions">
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate(one)}>
          {t("identity:invitations.again")} <span className="hidden-text">{email}</span>
        </Button>
        <Confirm
          ask={t("identity:invitations.withdraw")}
          about={email}
          consequence={t("identity:invitations.withdraw-consequence", { email })}
          yes={t("identity:invitations.withdraw-yes")}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate(one)}
        />
      </div>
      <p role="status">{again && t("identity:invitations.again-done")}</p>
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
