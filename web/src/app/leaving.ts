import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { noteOpen } from "./unsent.ts";

/** Asks before a page is left while something on it is open. */
export function useAskBeforeLeaving(open: () => number, question: () => string): void {
  useEffect(() => noteOpen(open), [open]);
  useBlocker({
    enableBeforeUnload: () => open() > 0,
    shouldBlockFn: () => open() > 0 && !window.confirm(question()),
  });
}
