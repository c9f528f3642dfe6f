import { type KeyboardEvent, useState } from "react";

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One stop of the Tab key for all of them; from there the arrow keys lead from one to the next, and round. */
export function useArrows(codes: string[]) {
  const [last, setLast] = useState<string>();
  const stop = last !== undefined && codes.includes(last) ? last : codes[0];

  function onArrow(event: KeyboardEvent<SVGGElement>, code: string) {
    const at = codes.indexOf(code);
    const to = { Home: 0, End: codes.length - 1 }[event.key] ?? at + (steps[event.key] ?? 0);
    const next = codes.at(to % codes.length);
    if (to === at || next === undefined) return;
    event.preventDefault();
    setLast(next);
    event.currentTarget.parentElement?.querySelector<SVGGElement>(`[data-code="${next}"]`)?.focus();
  }

  return {
    of: (code: string) => ({
      tabIndex: code === stop ? (0 as const) : (-1 as const),
      onArrow: (event: KeyboardEvent<SVGGElement>) => onArrow(event, code),
    }),
  };
}
