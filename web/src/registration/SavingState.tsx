import { Button } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useWords } from "../app/words.ts";
import { changedFields } from "./draft.ts";
import { allSections, isIn, type Section } from "./sections.ts";
import type { useDraft } from "./useDraft.ts";

/** Seldom needed. */
const OpenElsewhere = lazy(() => import("./OpenElsewhere.tsx"));

type Props = {
  kept: ReturnType<typeof useDraft>;
  /** The part of the form that is shown, where it is not all of it. */
  section?: Section;
};

/** Whether what is typed is safe; where it is not, the way to try at once. */
export function SavingState({ kept: { saving, draft, problem, save }, section }: Props) {
  const { t } = useTranslation();
  const { ofProblem } = useWords();
  const open = changedFields(draft);
  const here = section ? open.filter(isIn(section)) : open;
  const elsewhere = allSections.filter((one) => section && one !== section && open.some(isIn(one)));
  const state = saving === "saved" && here.length > 0 ? "open" : saving;
  return (
    <div className="stack">
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
      {saving === "saved" && elsewhere.length > 0 && (
        <Suspense>
          <OpenElsewhere parts={elsewhere} />
        </Suspense>
      )}
    </div>
  );

  function words(): string {
    if (state === "open") return t(section ? "form.open-here" : "form.open", { count: here.length });
    if (state === "saved" && elsewhere.length) return t("form.saved-here");
    if (state !== "failed" || !problem) return t(`form.${saving}`);
    if (problem.status === 0) return t("form.failed-offline");
    return `${problem.mayRepeat ? t("form.failed-again") : t("form.failed")} ${ofProblem(problem)}`;
  }
}
