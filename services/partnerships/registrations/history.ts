import { actorNames, personNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { recall } from "#shared/documents/remember.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { timelineOf } from "#shared/log/timeline.ts";
import type { actions } from "./contract.ts";
import { rowOf } from "./own.ts";
import type { Note } from "./sent.ts";

type Data = { note?: string; reason?: string; programme?: string; owner?: string; to?: string };

export async function registrationTimeline(
  { id, before }: Input<typeof actions.registrationTimeline>,
  ctx: CallContext,
) {
  const { events, next } = await timelineOf(ctx, [`registration/${id}`, `owner/${id}`], before);
  const isCluster = ctx.meta.who.kind === "link";
  // Who holds the link of a draft may look before anything has happened; all others see what was sent.
  if (!events.length && !isCluster && !(await rowOf(ctx, id))) return refuse("not-found");
  const seen = isCluster ? events.filter(({ type }) => type !== "RegistrationPutOff") : events;
  const [who, texts, names] = await Promise.all([
    actorNames(ctx, seen),
    recall<Note>(
      ctx,
      seen.flatMap((event) => noteIn(event) ?? []),
    ),
    personNames(
      ctx,
      seen.flatMap((event) => ownerIn(event) ?? []),
    ),
  ]);
  return {
    rows: seen.map((event) => ({
      id: event.id,
      event: event.type,
      at: event.at.toISOString(),
      ...who(event),
      ...whomOf(names, ownerIn(event)),
      ...(!(isCluster && isAmongOfficers(event)) && texts.get(noteIn(event) ?? "")),
      ...programmeIn(event.data),
    })),
    ...(next !== undefined && { next }),
  };
}

/** What one officer writes to another is not the cluster's to read. */
const isAmongOfficers = ({ type }: Recorded): boolean => type === "RegistrationHandedOn";

const noteIn = ({ data }: Recorded): string | undefined => (data as Data).note ?? (data as Data).reason;

const ownerIn = ({ data }: Recorded): string | undefined => (data as Data).owner ?? (data as Data).to;

const whomOf = (names: Record<string, string>, person: string | undefined) =>
  person && names[person] ? { whom: names[person] } : {};

/** What the office waived for is public, and stands in the event itself. */
function programmeIn(data: unknown) {
  const { programme } = data as Data;
  return programme ? { text: programme } : {};
}
