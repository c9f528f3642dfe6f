import { useEffect, useRef, useSyncExternalStore } from "react";

const kept = "keys-off";
const listeners = new Set<() => void>();

/** Whether single letters do anything: whoever speaks to the computer may not want that (WCAG 2.2, 2.1.4). */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(kept) === null,
  );
  return [on, turn];
}

function turn(on: boolean): void {
  if (on) localStorage.removeItem(kept);
  else localStorage.setItem(kept, "1");
  for (const listener of listeners) listener();
}

const writesIn = "input, textarea, select, [contenteditable]";

/** A key on its own, and not while somebody is writing. */
export const isLetterKey = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || event.repeat) &&
  !(event.target as Element).closest?.(writesIn);

/** What a letter does while this is on the page, and nobody is writing. */
export function useKeys(does: Record<string, () => void>): void {
  const [on] = useKeysOn();
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key];
      if (!act || !isLetterKey(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on]);
}
