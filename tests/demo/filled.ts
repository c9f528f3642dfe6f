import { commitsAfter, type LogCollection } from "#shared/log/collection.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { eventsOf } from "#shared/log/events.ts";
import { database } from "#shared/mongo/connect.ts";
import type { TestNode } from "#shared/testing/node.ts";
import type { Registrations } from "../../scripts/demo/registrations.ts";

export async function historyOf(log: LogCollection): Promise<Recorded[]> {
  const events: Recorded[] = [];
  for (let position = 0; ; ) {
    const commits = await commitsAfter(log, position, 500);
    if (!commits.length) return events;
    events.push(...commits.flatMap(eventsOf));
    position = commits.at(-1)!._id;
  }
}

/** What is left when generated ids are put aside: who did what where, and when; what happened at once in any order. */
export function storyOf(events: Recorded[], registrations: Registrations): string[] {
  const names = new Map([...registrations].map(([name, { id }]) => [id, name]));
  const named = (text: string) => {
    const [feature, id = ""] = text.split("/");
    return `${feature}/${names.get(id) ?? id}`;
  };
  return events
    .map(({ at, type, stream, by }) => {
      const actor = by.person ?? by.system?.replace(/^[\d.]+\//, "") ?? names.get(by.registration ?? "");
      return `${at.toISOString()} ${named(stream)} ${type} by ${actor}`;
    })
    .sort();
}

/** Of each stream on its own, in the order of the log. */
export function streamsOf(events: Recorded[], registrations: Registrations): Record<string, string[]> {
  const names = new Map([...registrations].map(([name, { id }]) => [id, name]));
  const streams: Record<string, string[]> = {};
  for (const { stream, type } of events) {
    const [feature, id = ""] = stream.split("/");
    const name = `${feature}/${names.get(id) ?? id}`;
    streams[name] = [...(streams[name] ?? []), type];
  }
  return streams;
}

/** Every row of a view, in the order of ids. */
export const rowsOf = ({ kernel }: TestNode, view: string): Promise<object[]> =>
  database(kernel.mongo).collection(view).find({}).sort({ _id: 1 }).toArray();
