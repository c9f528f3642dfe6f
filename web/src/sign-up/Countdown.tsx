import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { asClock, toldAt, useTimeLeft } from "./useTimeLeft.ts";
import "./sign-up.css";

type Props = { endsAt: string; now: string; askedAt: number; onEnd: () => unknown; quiet?: boolean };

/** The time that is left, for the eye each second and, of one's own, for the ear at five minutes and at one. */
export function Countdown({ endsAt, now, askedAt, onEnd, quiet }: Props) {
  const { t } = useTranslation("missions");
  const left = useTimeLeft(endsAt, now, askedAt);
  const told = toldAt(left);
  const isOver = left === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the end
  useEffect(() => {
    if (isOver) onEnd();
  }, [isOver]);
  return (
    <>
      <span className="time-left" role="timer" data-soon={told !== undefined}>
        {asClock(left)}
      </span>
      {!quiet && (
        <span className="hidden-text" aria-live="polite">
          {told && t(told === "five" ? "entry.check.five" : "entry.check.one")}
        </span>
      )}
    </>
  );
}
