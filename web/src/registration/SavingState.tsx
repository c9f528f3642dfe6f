import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import type { useDraft } from "./useDraft.ts";

/** Whether what is typed is safe; where it is not, the way to try at once. */
export function SavingState({
  kept: { saving, open, problem, save },
}: {
  kept: ReturnType<typeof useDraft>;
}) {
  const { t } = useTranslation();
  const { ofProblem } = useWords();
  const state = saving === "saved" && open > 0 ? "open" : saving;
  return (
    <div className="actions">
      <p
        role="status"
        className={state === "failed" || state === "open" ? "stale-note" : "quiet"}
        data-saving={state}
      >
        {words()}
      </p>
      {state === "failed" && (
        <Button variant="default" size="sm" onClick={() => void save()}>
          {t("form.save")}
        </Button>
      )}
    </div>
  );

  function words(): string {
    if (state === "open") return t("form.open", { count: open });
    if (state !== "failed" || !problem) return t(`form.${saving}`);
    if (problem.status === 0) return t("form.failed-offline");
    return `${problem.mayRepeat ? t("form.failed-again") : t("form.failed")} ${ofProblem(problem)}`;
  }
}
