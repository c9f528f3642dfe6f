import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instant } from "../app/format.ts";
import { newKey, useAllRows } from "../app/queries.ts";
import type { Runs } from "../bulk/kept-runs.ts";
import { runOf } from "../bulk/run.ts";
import type { useRuns } from "../bulk/useRuns.ts";
import { type ManyName, undoOf } from "./many.ts";

type Props = { name: ManyName; of: ReturnType<typeof useRuns> };

/** Where a registration stands after the decision; whoever has one may hand it on again, so that has no way back. */
const stateAfter = { reject: "rejected", "ask-changes": "changes-asked" } as const;

/** The way back from all that was done, each as it would be taken back alone. */
export function UndoMany({ name, of }: Props) {
  const done = doneIn(of.runs!);
  if (name === "hand-on" || of.runs!.undo || !done.length) return null;
  return <UndoAll state={stateAfter[name]} done={done} onUndo={of.undo} />;
}

type AllProps = {
  state: (typeof stateAfter)[keyof typeof stateAfter];
  done: ReturnType<typeof doneIn>;
  onUndo: Props["of"]["undo"];
};

function UndoAll({ state, done, onUndo }: AllProps) {
  const { t, i18n } = useTranslation("bulk");
  const { data: rows = [] } = useAllRows("GET /registrations", { state });
  const wishes = undoOf(done, rows);
  const ends = rows
    .filter(({ id }) => wishes.some((wish) => wish.id === id))
    .flatMap(({ undoUntil }) => undoUntil ?? [])
    .sort();
  if (!wishes.length || !ends[0]) return null;
  return (
    <>
      <Button
        variant="default"
        onClick={() => void onUndo(runOf("DELETE /registrations/:id/decision", {}, wishes, newKey))}
      >
        {t("undo.do", { count: wishes.length })}
      </Button>
      <span className="quiet small">{t("undo.until", { at: instant(ends[0], i18n.language) })}</span>
    </>
  );
}

const doneIn = ({ run }: Runs) =>
  run.items.flatMap(({ id, name, outcome }) =>
    outcome?.kind === "done" ? [{ id, name, position: outcome.position }] : [],
  );
