import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Confirm } from "../parts/Confirm.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Suspend } from "./Suspend.tsx";

/** What an administrator can do about somebody's account now, and only that. */
export function AccountSteps({ account }: { account: Out<"GET /people/:id"> }) {
  const { t } = useTranslation(["web", "identity"]);
  const { person: id, own } = account;
  const name = own?.name ?? id;
  const renew = () => refresh("/api/people");
  const end = useStep("DELETE /people/:id/sessions", renew);
  const reinstate = useStep("POST /people/:id/reinstatement", renew);
  const reopen = useStep("POST /people/:id/reopening", renew);
  const erase = useStep("POST /people/:id/erasure-requests", () => refresh("/api/erasures"));
  const problem = end.error ?? reinstate.error ?? reopen.error ?? erase.error;
  return (
    <div className="stack">
      {may(account, "end-sessions") && (
        <div className="actions">
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ id })}>
            {t("identity:people.end-sessions")}
          </Button>
        </div>
      )}
      {end.data && <p role="status">{t("identity:people.ended", { count: end.data.ended })}</p>}
      {may(account, "suspend") && <Suspend person={id} name={name} onDone={renew} />}
      {may(account, "reinstate") && (
        <div className="actions">
          <Button variant="default" loading={reinstate.isPending} onClick={() => reinstate.mutate({ id })}>
            {t("identity:people.reinstate")}
          </Button>
        </div>
      )}
      {may(account, "reopen") &&
        (reopen.data ? (
          <p role="status">{t("identity:people.reopened")}</p>
        ) : (
          <Confirm
            ask={t("identity:people.reopen")}
            consequence={t("identity:people.reopen-consequence", { name })}
            yes={t("identity:people.reopen-yes")}
            busy={reopen.isPending}
            onYes={() => reopen.mutate({ id })}
          />
        ))}
      {may(account, "ask-erasure") &&
        (erase.data ? (
          <p role="status">{t("identity:people.erasure-asked")}</p>
        ) : (
          <Confirm
            ask={t("identity:people.ask-erasure")}
            consequence={t("identity:people.ask-erasure-consequence", { name })}
            yes={t("identity:people.ask-erasure-yes")}
            busy={erase.isPending}
            onYes={() => erase.mutate({ id })}
          />
        ))}
      {problem && <Trouble problem={problem} />}
    </div>
  );
}
