import { useEffect, useRef } from "react";
import { useKeysOn } from "../keys/keys.ts";
import type { Choosing } from "./useSelection.ts";

const boxOf = (row: string) =>
  document.querySelector<HTMLInputElement>(`[data-row="${CSS.escape(row)}"] input[type="checkbox"]`);

/** In a row: x chooses it, arrows go from box to box, and with Shift take along what they pass. */
export function useRowKeys(order: string[], choosing: Choosing | undefined): void {
  const [on] = useKeysOn();
  const latest = useRef({ order, choosing, on });
  latest.current = { order, choosing, on };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { order, choosing, on } = latest.current;
      const target = event.target as Element;
      const at = target.closest?.("[data-row]")?.getAttribute("data-row");
      if (!choosing || !at || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "x" && on && !event.repeat) {
        event.preventDefault();
        choosing.toggle(at);
      }
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by || !target.matches("input[type=checkbox]")) return;
      event.preventDefault();
      const to = order[order.indexOf(at) + by];
      if (!to) return;
      if (event.shiftKey) choosing.stretch(at, to);
      boxOf(to)?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
