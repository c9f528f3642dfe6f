import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Problem } from "../app/api.ts";
import { useWords } from "../app/words.ts";
import { Trouble } from "../parts/Trouble.tsx";
import type { Saving } from "./useDraft.ts";

type Props = {
  saving: Saving;
  /** How many answers are not saved. */
  open: number;
  /** Why saving failed. */
  failed: Problem | undefined;
  sending: boolean;
  again: boolean;
  problem: Problem | undefined;
  onSave: () => void;
};

/** Whether what is typed is safe, and the two ways on. */
export function SaveBar({ saving, open, failed, sending, again, problem, onSave }: Props) {
  const { t } = useTranslation();
  const { ofProblem } = useWords();
  const state = saving === "saved" && open > 0 ? "open" : saving;
  const wrong = state === "failed" || state === "open";
  return (
    <div className="stack">
      <p role="status" className={wrong ? "stale-note" : "quiet"} data-saving={state}>
        {words()}
      </p>
      <div className="actions">
        <Button type="submit" loading={sending}>
          {again ? t("form.send-again") : t("form.send")}
        </Button>
        <Button variant="default" onClick={onSave}>
          {t("form.save")}
        </Button>
      </div>
      {problem && <Trouble problem={problem} />}
    </div>
  );

  function words(): string {
    if (state === "open") return t("form.open", { count: open });
    if (state !== "failed" || !failed) return t(`form.${saving}`);
    if (failed.status === 0) return t("form.failed-offline");
    return `${failed.mayRepeat ? t("form.failed-again") : t("form.failed")} ${ofProblem(failed)}`;
  }
}
