import { useEffect, useSyncExternalStore } from "react";

/** What commands are about: the record that the reader has open. */
export type Selected = { kind: "registration"; id: string };

let selected: Selected | undefined;
const listeners = new Set<() => void>();

function select(one: Selected | undefined): void {
  selected = one;
  for (const listener of listeners) listener();
}

/** While this is on the page. */
export function useSelect(kind: Selected["kind"], id: string): void {
  useEffect(() => {
    select({ kind, id });
    return () => select(undefined);
  }, [kind, id]);
}

export const useSelected = (): Selected | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => selected,
  );
