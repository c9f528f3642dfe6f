import { useState } from "react";
import { all, nothing, reach, type Selection, stretch, toggle } from "./selection.ts";

/** What somebody has chosen of a list, and how they choose. */
export function useSelection() {
  const [selection, set] = useState(nothing);
  const change = (next: (before: Selection) => Selection) => () => set(next);
  return {
    chosen: selection.chosen,
    toggle: (id: string) => set((before) => toggle(before, id)),
    reach: (id: string, order: string[]) => set((before) => reach(before, id, order)),
    stretch: (at: string, to: string) => set((before) => stretch(before, at, to)),
    all: (ids: string[]) => set(all(ids)),
    none: change(() => nothing),
  };
}

export type Choosing = ReturnType<typeof useSelection>;
