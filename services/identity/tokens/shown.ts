import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above } from "#shared/mongo/filters.ts";
import { namesOfOrganisations } from "../organisations/names.ts";
import { tokensOf } from "./tokens.ts";

/** Of a person those that have not ended, the newest first; without what opens anything. */
export async function shownOf(ctx: CallContext, person: string) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const found = await tokensOf(mongo)
    .find({ person, endsAt: above(clock.now()) })
    .sort({ madeAt: -1 })
    .limit(100)
    .lean();
  const named = await namesOfOrganisations(
    ctx,
    found.map(({ organisation }) => organisation),
  );
  return found.map(({ token, name, organisation, scope, madeAt, endsAt, usedAt }) => ({
    ...{ token, name, organisationName: named(organisation), scope },
    ...{ madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString() },
    ...(usedAt && { usedAt: usedAt.toISOString() }),
  }));
}
