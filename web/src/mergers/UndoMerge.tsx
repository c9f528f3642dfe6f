import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { useStep } from "../app/queries.ts";
import { InPlace } from "../parts/InPlace.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { Why } from "./Why.tsx";

type Props = {
  /** Of the one that went. */
  id: string;
  about: string;
  until: string;
  onDone: () => unknown;
};

/** How a merge is undone, and for how long that can be done. */
export function UndoMerge({ id, about, until, onDone }: Props) {
  const { t, i18n } = useTranslation("review");
  const step = useStep("DELETE /registrations/:id/merger", onDone);
  return (
    <>
      <p className="quiet">{t("mergers.merged.until", { at: instant(until, i18n.language) })}</p>
      <InPlace ask={t("mergers.merged.undo")} about={about}>
        {(close) => (
          <Why
            id={`undo-why-${id}`}
            yes={t("mergers.merged.undo")}
            busy={step.isPending}
            onSend={(reason) => step.mutate({ id, reason })}
            onCancel={close}
          />
        )}
      </InPlace>
      {step.error && <Trouble problem={step.error} />}
    </>
  );
}
