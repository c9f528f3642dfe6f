import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { not } from "#shared/mongo/filters.ts";
import type { actions } from "./contract.ts";
import { endSessions } from "./end.ts";
import { openSessionsOf } from "./open.ts";

export async function sessions(_input: object, ctx: CallContext) {
  const { person, session } = personIn(ctx);
  const open = await openSessionsOf(ctx, person);
  return { rows: open.map((one) => ({ ...one, current: one.session === session })) };
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
