import { upcast } from "../contract/events.ts";
import type { Happened } from "./commit.ts";
import type { Feature } from "./feature.ts";
import { streamPage, type Tail } from "./tail.ts";

/** A stream's state as of commit `after`, made of so many `events`; `version` is the last commit that changed it. */
export type Fold<S = unknown> = { state: S; after: number; version: number; events: number };

export const emptyFold = <S>(feature: Feature<S, any>): Fold<S> => ({
  state: feature.initial,
  after: 0,
  version: 0,
  events: 0,
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
    const happened = await tail.ofStream(stream, current.after, fromLog);
    current = foldHappened(feature, current, happened);
    if (happened.length < streamPage) return current;
  }
}

/** Moves the fold on by what is known to follow it. */
export const foldHappened = <S>(feature: Feature<S, any>, fold: Fold<S>, happened: Happened[]): Fold<S> =>
  happened.reduce(
    ({ state, version, events: before }, { position, events }) => ({
      state: events.reduce(
        (current, { type, version: own, data }) =>
          feature.evolve(current, { type, data: upcast(type, own, data) }),
        state,
      ),
      after: position,
      version: events.length ? position : version,
      events: before + events.length,
    }),
    fold,
  );
