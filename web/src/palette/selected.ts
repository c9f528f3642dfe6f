import { useEffect, useSyncExternalStore } from "react";

/** `button`: which does it on the page. */
type Many = { kind: "many"; title: string; commands: { label: string; button: string }[] };

/** What commands are about: the record that the reader has open, or what they have chosen of a list. */
export type Selected = { kind: "registration"; id: string } | Many;

let selected: Selected | undefined;
const listeners = new Set<() => void>();

function select(one: Selected | undefined): void {
  selected = one;
  for (const listener of listeners) listener();
}

/** While this is on the page. */
export function useSelect(one: Selected | undefined): void {
  const written = JSON.stringify(one);
  useEffect(() => {
    select(written ? JSON.parse(written) : undefined);
    return () => select(undefined);
  }, [written]);
}

export const useSelected = (): Selected | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => selected,
  );
