import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { refresh, useAsk, useStep } from "../app/queries.ts";
import { Asked } from "../parts/Asked.tsx";
import { Trouble } from "../parts/Trouble.tsx";

export function MySessions() {
  const { t, i18n } = useTranslation(["web", "identity"]);
  const sessions = useAsk("GET /account/sessions", {});
  const renew = () => refresh("/api/account/sessions");
  const end = useStep("DELETE /account/sessions/:session", renew);
  const endOthers = useStep("DELETE /account/sessions", renew);
  return (
    <Asked of={sessions}>
      {({ rows }) => (
        <div className="stack">
          <ul className="rows">
            {rows.map(({ session, device, organisationName, startedAt, seenAt, current }) => (
              <li key={session}>
                <p>
                  <strong>{device ?? t("identity:account.unknown-device")}</strong> · {organisationName}
                  {current && ` · ${t("identity:account.here")}`}
                  <br />
                  <span className="quiet small">
                    {t("identity:account.since", {
                      since: instant(startedAt, i18n.language),
                      seen: instant(seenAt, i18n.language),
                    })}
                  </span>
                </p>
                {!current && (
                  <button
                    type="button"
                    className="plain"
                    disabled={end.isPending}
                    onClick={() => end.mutate({ session })}
                  >
                    {t("identity:account.end")}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {rows.length > 1 ? (
            <div className="actions">
              <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
                {t("identity:account.end-others")}
              </Button>
            </div>
          ) : (
            <p className="quiet">{t("identity:account.only-here")}</p>
          )}
          {end.error && <Trouble problem={end.error} />}
          {endOthers.error && <Trouble problem={endOthers.error} />}
        </div>
      )}
    </Asked>
  );
}
