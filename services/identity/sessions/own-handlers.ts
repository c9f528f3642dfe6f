import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above, among, not } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import type { actions } from "./contract.ts";
import { endSessions } from "./end.ts";
import { sessionsOf } from "./sessions.ts";

export async function sessions(_input: object, ctx: CallContext) {
  const { person, session } = personIn(ctx);
  const { mongo, clock } = kernelOf(ctx.broker);
  const found = await sessionsOf(mongo)
    .find({ person, endsAt: above(clock.now()) })
    .sort({ seenAt: -1 })
    .limit(100)
    .lean();
  const organisations = await (await read(ctx, organisationRows))
    .find({ _id: among(found.map(({ organisation }) => organisation)) })
    .lean();
  const names = new Map(organisations.map(({ _id, name }) => [_id, name]));
  return {
    rows: found.map(({ name, organisation, device, startedAt, seenAt }) => ({
      ...{ session: name, organisationName: names.get(organisation) ?? organisation },
      ...(device && { device }),
      ...{ startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), current: name === session },
    })),
  };
}

export async function endOneSession(
  { session: name }: Input<typeof actions.endOneSession>,
  ctx: CallContext,
) {
  const { person } = personIn(ctx);
  return (await endSessions(ctx, { person, name })) ? {} : refuse("identity.no-such-session");
}

export async function endOtherSessions(_input: object, ctx: CallContext) {
  const { person, session = "" } = personIn(ctx);
  return { ended: await endSessions(ctx, { person, name: not(session) }) };
}
