import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Out } from "../app/api.ts";
import { instant } from "../app/format.ts";
import { may } from "../app/may.ts";
import { refresh, useStep } from "../app/queries.ts";
import { Trouble } from "../parts/Trouble.tsx";

type Props = {
  id: string;
  registration: Out<"GET /registrations/:id">;
  onDone: () => unknown;
};

/** The way back from the last decision, while there is one. */
export function UndoDecision({ id, registration, onDone }: Props) {
  const { t, i18n } = useTranslation("review");
  const { undoUntil, version } = registration;
  const step = useStep("DELETE /registrations/:id/decision", async () => {
    await Promise.all([refresh("/api/registrations"), refresh("/api/queue"), refresh("/api/officers")]);
    await onDone();
  });
  if (!undoUntil || !may(registration, "undo-decision")) return null;
  return (
    <div className="actions">
      <Button
        id={id}
        variant="default"
        size="sm"
        loading={step.isPending}
        onClick={() => step.mutate({ id: registration.id, version })}
      >
        {t("undo.do")}
        <span className="hidden-text"> {registration.name}</span>
      </Button>
      <span className="quiet small">{t("undo.until", { at: instant(undoUntil, i18n.language) })}</span>
      {step.error && <Trouble problem={step.error} />}
    </div>
  );
}
