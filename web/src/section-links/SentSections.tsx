import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { useLive } from "../app/live.ts";
import { may } from "../app/may.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";

type Row = Out<"GET /registrations/:id/section-links">["rows"][number];

/** Who was asked for which section, and whether they have filled it in. */
export function SentSections({ id }: { id: string }) {
  const { t } = useTranslation("section-links");
  const sent = useAsk("GET /registrations/:id/section-links", { id });
  useLive(`/api/registrations/${id}/section-links`);
  return (
    <Asked of={sent}>
      {({ rows }) =>
        rows.length ? (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.link} data-section-link={row.state}>
                <OneSent id={id} row={row} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t("none")}</p>
        )
      }
    </Asked>
  );
}

function OneSent({ id, row }: { id: string; row: Row }) {
  const { t } = useTranslation(["section-links", "partnerships"]);
  const { link, section, email, message, sentAt, endsAt, filledInAt, state } = row;
  const one = { id, link };
  const name = t(`partnerships:sections.${section}`);
  const about = `${name} · ${email}`;
  const [isAgain, setAgain] = useState(false);
  const renew = () => refresh(`/api/registrations/${id}/section-links`);
  const again = useStep("POST /registrations/:id/section-links/:link/letters", async () => {
    setAgain(true);
    await renew();
  });
  const withdraw = useStep("POST /registrations/:id/section-links/:link/withdrawal", async () => {
    setAgain(false);
    await renew();
  });
  const problem = again.error ?? withdraw.error;
  return (
    <div className="stack">
      <p>
        <strong>{name}</strong>
        <br />
        {email}
        <br />
        <span className="quiet small">
          {t(`states.${state}`, { at: filledInAt ?? sentAt, until: endsAt })}
        </span>
      </p>
      {message && (
        <p className="quiet small as-written" dir="auto">
          {message}
        </p>
      )}
      <div className="actions">
        {may(row, "send-again") && (
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate(one)}>
            {t("again")} <span className="hidden-text">{about}</span>
          </Button>
        )}
        {may(row, "withdraw") && (
          <Confirm
            ask={t("withdraw")}
            about={about}
            consequence={t("withdraw-consequence", { email })}
            yes={t("withdraw-yes")}
            busy={withdraw.isPending}
            onYes={() => withdraw.mutate(one)}
          />
        )}
      </div>
      <p role="status">{isAgain && t("again-done")}</p>
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
