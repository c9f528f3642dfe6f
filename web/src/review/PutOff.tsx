import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Trouble } from "../parts/Trouble.tsx";
import { laterMoments } from "./later-moments.ts";

type Props = { id: string; dueAt: string; onDone: () => void };

/** Until a morning before its term; there may be none left. */
export function PutOff({ id, dueAt, onDone }: Props) {
  const { t, i18n } = useTranslation("review");
  const step = useStep("POST /registrations/:id/put-off", async () => {
    await Promise.all([refresh("/api/registrations"), refresh("/api/queue")]);
    onDone();
  });
  const moments = laterMoments(new Date(), new Date(dueAt));
  useEffect(() => focusOn("put-off-first"), []);
  if (!moments.length)
    return (
      <p className="quiet" id="put-off-first" tabIndex={-1}>
        {t("owner.due-too-soon")}
      </p>
    );
  return (
    <fieldset className="stack plain-fieldset">
      <legend>{t("owner.until")}</legend>
      <div className="actions">
        {moments.map((moment, n) => (
          <Button
            key={moment.toISOString()}
            {...(n === 0 && { id: "put-off-first" })}
            variant="default"
            disabled={step.isPending}
            onClick={() => step.mutate({ id, until: moment.toISOString() })}
          >
            {instant(moment.toISOString(), i18n.language)}
          </Button>
        ))}
      </div>
      {step.error && <Trouble problem={step.error} />}
    </fieldset>
  );
}
