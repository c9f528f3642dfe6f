import { orderOf, type Wish } from "../servers/choose.ts";
import type { Ladder, Rung } from "../servers/rung.ts";

/** Which rung a start takes when these serve, and why that one. */
export function choiceOf(ladder: Ladder, wish: Wish, serving: Rung[]): string {
  const rung = orderOf(ladder, wish).find((one) => serving.includes(one));
  if (!rung) return `no ${ladder.kind}: nothing that it may take serves`;
  const { forcedBy, givenBy } = ladder;
  const asked = wish.forced === "given" ? givenBy : forcedBy;
  const why =
    rung.name === wish.forced
      ? `${asked} asks for it`
      : rung.name === wish.last
        ? "it served last time, and its data is there"
        : "it is the first that serves";
  return `${ladder.kind} ${rung.name}: ${why}`;
}
