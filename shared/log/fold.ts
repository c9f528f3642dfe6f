import type { Commit } from "./commit.ts";
import { eventsOf } from "./events.ts";
import type { Feature } from "./feature.ts";
import type { Tail } from "./tail.ts";

/** A stream's state as of commit `after`; `version` is the last commit that changed it. */
export type Fold<S = unknown> = { state: S; after: number; version: number };

export const emptyFold = <S>(feature: Feature<S, any>): Fold<S> => ({
  state: feature.initial,
  after: 0,
  version: 0,
});

/** Reads the stream on from where the fold stands. */
export async function foldOn<S>(
  tail: Tail,
  feature: Feature<S, any>,
  stream: string,
  fold: Fold<S>,
  fromLog: boolean,
): Promise<Fold<S>> {
  let current = fold;
  for (;;) {
    const commits = await tail.ofStream(stream, current.after, fromLog);
    if (!commits.length) return current;
    for (const commit of commits) current = foldCommit(feature, stream, current, commit);
  }
}

function foldCommit<S>(feature: Feature<S, any>, stream: string, fold: Fold<S>, commit: Commit): Fold<S> {
  const events = eventsOf(commit).filter((event) => event.stream === stream);
  return {
    state: events.reduce((state, event) => feature.evolve(state, event), fold.state),
    after: commit._id,
    version: events.length ? commit._id : fold.version,
  };
}
