import { upcast } from "../contract/events.ts";
import type { Commit, Entry, Happened, Recorded } from "./commit.ts";

/** The record that the event's stream is of: a stream is called `<feature>/<id>`. */
export const idOf = ({ stream }: Pick<Recorded, "stream">): string => stream.slice(stream.indexOf("/") + 1);

/**
 * Order of arrival over all streams: commit, then place in it. A commit holds at most 200 outcomes of few events each,
 * so a million places are never used up.
 */
export const orderOf = ({ id, position }: Pick<Recorded, "id" | "position">): number =>
  position * 1_000_000 + Number(id.slice(id.indexOf(".") + 1));

/** What a commit holds of a stream: one entry, if any. */
export const entryOf = ({ entries }: Commit, stream: string): Entry | undefined =>
  entries.find((entry) => entry.stream === stream);

/** What happened in a stream at a commit, as it was stored. */
export const happenedAt = (commit: Commit, stream: string): Happened => ({
  position: commit._id,
  events: entryOf(commit, stream)?.outcomes.flatMap(({ events }) => events) ?? [],
});

const known = new WeakMap<Commit, readonly Recorded[]>();

/** The events of a commit in order, each at its newest version. Made once for all who follow it in a process. */
export function eventsOf(commit: Commit): readonly Recorded[] {
  const events = known.get(commit) ?? recordedIn(commit);
  known.set(commit, events);
  return events;
}

function recordedIn(commit: Commit): Recorded[] {
  const events: Recorded[] = [];
  for (const entry of commit.entries) {
    for (const outcome of entry.outcomes) {
      for (const event of outcome.events) {
        events.push({
          id: `${commit._id}.${events.length}`,
          type: event.type,
          data: upcast(event.type, event.version, event.data),
          stream: entry.stream,
          position: commit._id,
          at: commit.at,
          by: outcome.by,
          command: outcome.command,
        });
      }
    }
  }
  return events;
}
