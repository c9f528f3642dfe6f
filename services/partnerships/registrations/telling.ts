import { actorNames, personNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { recall } from "#shared/documents/remember.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { registrationNames } from "../mergers/merged.ts";
import type { Note } from "./sent.ts";

type Data = {
  note?: string;
  reason?: string;
  programme?: string;
  owner?: string;
  to?: string;
  into?: string;
};

/** Says of each of these events who did it and when, about whom, and what was written with it, to whoever may read that. */
export async function tellerOf(ctx: CallContext, id: string, events: readonly Recorded[]) {
  const isCluster = ctx.meta.who.kind === "link";
  const otherIn = (event: Recorded) => (idOf(event) === id ? dataOf(event).into : idOf(event));
  const [who, texts, people, others] = await Promise.all([
    actorNames(ctx, [...events]),
    recall<Note>(
      ctx,
      events.flatMap((event) => noteIn(event) ?? []),
    ),
    personNames(
      ctx,
      events.flatMap((event) => ownerIn(event) ?? []),
    ),
    registrationNames(
      ctx,
      events.flatMap((event) => otherIn(event) ?? []),
      // Of another that has no page, its cluster need not know that it ever registered.
      isCluster ? "published" : "all",
    ),
  ]);
  return (event: Recorded) => {
    const whom = people[ownerIn(event) ?? ""] ?? others.get(otherIn(event) ?? "");
    return {
      id: event.id,
      event: event.type,
      at: event.at.toISOString(),
      ...who(event),
      ...(whom && { whom }),
      ...(!(isCluster && isAmongOfficers(event)) && texts.get(noteIn(event) ?? "")),
      ...programmeIn(event),
    };
  };
}

const dataOf = ({ data }: Recorded) => data as Data;

/** What one officer writes to another is not the cluster's to read. */
const isAmongOfficers = ({ type }: Recorded): boolean =>
  ["RegistrationHandedOn", "RegistrationMerged", "MergeUndone"].includes(type);

const noteIn = (event: Recorded): string | undefined => dataOf(event).note ?? dataOf(event).reason;

const ownerIn = (event: Recorded): string | undefined => dataOf(event).owner ?? dataOf(event).to;

/** What the office waived for is public, and stands in the event itself. */
function programmeIn(event: Recorded) {
  const { programme } = dataOf(event);
  return programme ? { text: programme } : {};
}
