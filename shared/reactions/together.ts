import type { Commit, Recorded } from "../log/commit.ts";
import { eventsOf } from "../log/events.ts";

type Portion = {
  /** At most so many events in each. */
  heard: Recorded[][];
  /** All commits so far are dealt with once these are. */
  upTo: number;
};

/** Whole commits, as few as hold that many events that are heard, so that a mark can move past them. */
export function* together(
  commits: Commit[],
  hears: (type: string) => boolean,
  atOnce: number,
): Generator<Portion> {
  let heard: Recorded[] = [];
  for (const commit of commits) {
    heard.push(...eventsOf(commit).filter(({ type }) => hears(type)));
    if (heard.length < atOnce && commit !== commits.at(-1)) continue;
    yield { heard: portioned(heard, atOnce), upTo: commit._id };
    heard = [];
  }
}

const portioned = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
