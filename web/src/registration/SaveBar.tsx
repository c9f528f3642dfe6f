import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import type { useDraft } from "./useDraft.ts";

type Props = {
  kept: ReturnType<typeof useDraft>;
  /** Of the button that leads on. */
  label: string;
  busy?: boolean;
};

/** Whether what is typed is safe, and the way on. */
export function SaveBar({ kept: { saving, open, problem, save }, label, busy = false }: Props) {
  const { t } = useTranslation();
  const { ofProblem } = useWords();
  const state = saving === "saved" && open > 0 ? "open" : saving;
  return (
    <div className="stack">
      <p
        role="status"
        className={state === "failed" || state === "open" ? "stale-note" : "quiet"}
        data-saving={state}
      >
        {words()}
      </p>
      <div className="actions">
        <Button type="submit" loading={busy}>
          {label}
        </Button>
        {state === "failed" && (
          <Button variant="default" onClick={() => void save()}>
            {t("form.save")}
          </Button>
        )}
      </div>
    </div>
  );

  function words(): string {
    if (state === "open") return t("form.open", { count: open });
    if (state !== "failed" || !problem) return t(`form.${saving}`);
    if (problem.status === 0) return t("form.failed-offline");
    return `${problem.mayRepeat ? t("form.failed-again") : t("form.failed")} ${ofProblem(problem)}`;
  }
}
