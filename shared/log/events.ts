import { upcast } from "../contract/events.ts";
import type { Commit, Recorded } from "./commit.ts";

/** The events of a commit in order, each at its newest version. */
export function eventsOf(commit: Commit): Recorded[] {
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
