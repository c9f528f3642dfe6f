import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../app/api.ts";
import { useWords } from "../app/words.ts";
import type { Runs } from "./kept-runs.ts";
import type { Item, Outcome } from "./run.ts";

type Props = { runs: Runs; done: string; nameOf: (item: Item) => ReactNode };

export function RunRows({ runs: { run, undo }, done, nameOf }: Props) {
  const { t } = useTranslation("bulk");
  const undone = new Map(undo?.items.map(({ id, outcome }) => [id, outcome]));
  return (
    <ul className="rows many-rows">
      {run.items.map((item) => (
        <li key={item.id} data-outcome={item.outcome?.kind ?? "unsent"}>
          {nameOf(item)}
          <Came outcome={item.outcome} done={done} />
          {undone.has(item.id) && (
            <span data-undone={undone.get(item.id)?.kind ?? "unsent"}>
              <Came outcome={undone.get(item.id)} done={t("undo.done")} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Came({ outcome, done }: { outcome: Outcome | undefined; done: string }) {
  const { t } = useTranslation("bulk");
  const { ofProblem } = useWords();
  if (!outcome) return <span className="quiet small">{t("outcome.unsent")}</span>;
  if (outcome.kind === "done") return <span className="state-tag">{done}</span>;
  const why = ofProblem(new Problem(outcome.problem));
  return (
    <span className="state-tag state-marked">
      {outcome.kind === "refused" ? t("outcome.refused", { why }) : t("outcome.unanswered")}
      {outcome.kind === "unanswered" && outcome.problem.status !== 0 && ` · ${why}`}
    </span>
  );
}
