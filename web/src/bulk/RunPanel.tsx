import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { useAskBeforeLeaving } from "../app/leaving.ts";
import { Part } from "../parts/Page.tsx";
import { RunRows } from "./RunRows.tsx";
import { type Counts, countsOf, type Item } from "./run.ts";
import type { useRuns } from "./useRuns.ts";

type Props = {
  of: ReturnType<typeof useRuns>;
  title: string;
  /** What an item is once it is done. */
  done: string;
  nameOf: (item: Item) => ReactNode;
  /** The way back, once nothing is under way. */
  children: ReactNode;
  onPutAway: () => void;
};

const titleId = "run-many";

/** What came of each, as it comes; and what can be done about what is left. */
export function RunPanel({ of, title, done, nameOf, children, onPutAway }: Props) {
  const { t } = useTranslation("bulk");
  const { going } = of;
  const runs = of.runs!;
  const which = runs.undo ? "undo" : "run";
  const counts = countsOf(runs[which]!);
  const left = counts.unanswered + counts.unsent;
  const wasAtRest = useRef(!going);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it begins and comes to rest
  useEffect(() => {
    // The button that was pressed has gone, and the keyboard's place with it; a page that opened so leaves the focus where it is.
    const isLost = document.activeElement === document.body;
    if (isLost && !wasAtRest.current) focusOn(titleId);
    wasAtRest.current = false;
  }, [going]);
  useAskBeforeLeaving(
    () => (going ? left : 0),
    () => t("leave", { count: left }),
  );
  const summary = useSummary(counts);
  return (
    <Part title={title} id={titleId}>
      <div className="stack">
        {runs.undo && <h3>{t("undo.title")}</h3>}
        {/* Said aloud when it rests: nobody wants to hear each of two hundred. */}
        {going && <p className="mono">{summary}</p>}
        <p role="status" className="mono" data-rests={!going}>
          {!going && summary}
        </p>
        <div className="actions">
          {going && (
            <Button variant="default" onClick={of.stop}>
              {t("stop")}
            </Button>
          )}
          {!going && left > 0 && (
            <Button onClick={() => of.goOn(which)}>
              {counts.unanswered ? t("again", { count: left }) : t("go-on", { count: left })}
            </Button>
          )}
          {!going && (
            <>
              {children}
              <Button variant="default" onClick={onPutAway}>
                {t("put-away")}
              </Button>
            </>
          )}
        </div>
        {!going && left > 0 && <p className="quiet">{t("left-hint")}</p>}
        <RunRows runs={runs} done={done} nameOf={nameOf} />
      </div>
    </Part>
  );
}

function useSummary(counts: Counts): string {
  const { t } = useTranslation("bulk");
  const kinds = ["done", "refused", "unanswered", "unsent"] as const;
  return kinds
    .filter((kind) => counts[kind])
    .map((kind) => t(`count.${kind}`, { count: counts[kind] }))
    .join(" · ");
}
