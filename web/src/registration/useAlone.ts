import { useEffect, useMemo, useRef } from "react";
import { useLostSince } from "../app/connection.ts";

const waits = { typing: 1_500, first: 2_000, longest: 60_000 };

/**
 * Saves by itself: what an earlier page left unsaved (`left`), a moment after typing stops, and after a failure
 * again, with growing pauses or when the portal is back.
 */
export function useAlone(save: () => unknown, failed: boolean, left: boolean) {
  const atFirst = useRef(left);
  const latest = useRef(save);
  latest.current = save;
  const timer = useRef(0);
  const wait = useRef(waits.first);
  const isLost = useLostSince() !== undefined;
  const wasLost = useRef(isLost);
  const alone = useMemo(() => {
    const after = (ms: number) => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => latest.current(), ms);
    };
    return {
      stop: () => clearTimeout(timer.current),
      done() {
        wait.current = waits.first;
      },
      afterTyping: () => after(waits.typing),
      again() {
        after(wait.current * (0.75 + Math.random() / 2));
        wait.current = Math.min(wait.current * 2, waits.longest);
      },
    };
  }, []);

  useEffect(() => {
    const isBack = wasLost.current && !isLost;
    wasLost.current = isLost;
    if (!failed) return;
    if (isBack) latest.current();
    else alone.again();
  }, [failed, isLost, alone]);
  useEffect(() => {
    if (atFirst.current) latest.current();
    return alone.stop;
  }, [alone]);
  return alone;
}
