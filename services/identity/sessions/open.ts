import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above } from "#shared/mongo/filters.ts";
import { namesOfOrganisations } from "../organisations/names.ts";
import { sessionsOf } from "./sessions.ts";

/** Where somebody is signed in, the last used first; `name` is that by which each can be ended. */
export async function openSessionsOf(ctx: CallContext, person: string) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const found = await sessionsOf(mongo)
    .find({ person, endsAt: above(clock.now()) })
    .sort({ seenAt: -1 })
    .limit(100)
    .lean();
  const named = await namesOfOrganisations(
    ctx,
    found.map(({ organisation }) => organisation),
  );
  return found.map(({ name, organisation, device, startedAt, seenAt }) => ({
    ...{ session: name, organisationName: named(organisation) },
    ...(device && { device }),
    ...{ startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString() },
  }));
}
