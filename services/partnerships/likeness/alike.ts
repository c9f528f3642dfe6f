import type { CallContext } from "#shared/contract/call.ts";
import { not } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { registrationRows } from "../registrations/views/registrations.ts";
import { type Likeness, reasonsFor } from "./likeness.ts";

const atMost = 10;

/** Other registrations that may be of the same cluster, each with its reasons, those with most of them first; none that has been merged. */
export async function alike(
  ctx: CallContext,
  id: string,
  likeness: Likeness | undefined,
  state?: "published",
) {
  if (!likeness) return [];
  const rows = await read(ctx, registrationRows);
  const by = Object.entries(likeness).map(([what, value]) => ({ [`likeness.${what}`]: value }));
  const found = await rows
    .find({ _id: not(id), $or: by, state: state ?? not("merged") })
    .sort({ order: 1 })
    .limit(200)
    .lean();
  return found
    .map((row) => ({
      ...{ id: row._id, name: row.name, country: row.country, state: row.state },
      reasons: reasonsFor(likeness, row.likeness!),
    }))
    .sort((one, other) => other.reasons.length - one.reasons.length)
    .slice(0, atMost);
}
