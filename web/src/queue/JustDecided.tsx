import { useTranslation } from "react-i18next";
import { useRegistration } from "../review/RegistrationReview.tsx";
import { UndoDecision } from "../review/UndoDecision.tsx";

export type Decided = { id: string; name: string };

/** What was decided on last, and the way back from it. */
export function JustDecided({ of, onUndone }: { of: Decided; onUndone: () => unknown }) {
  const { data } = useRegistration(of.id);
  return data ? <UndoDecision id="undo-last" registration={data} onDone={onUndone} /> : null;
}

/** Said aloud as it changes. */
export function DecidedLine({ of }: { of: Decided | undefined }) {
  const { t } = useTranslation("queue");
  return (
    <p role="status" className="quiet small">
      {of && t("done", { name: of.name })}
    </p>
  );
}
