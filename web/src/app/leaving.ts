import { useBlocker } from "@tanstack/react-router";

/** Asks before a page is left while something on it is open. */
export function useAskBeforeLeaving(open: () => number, question: () => string): void {
  useBlocker({
    enableBeforeUnload: () => open() > 0,
    shouldBlockFn: () => open() > 0 && !window.confirm(question()),
  });
}
