import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { kernelOf } from "#shared/kernel.ts";
import { account } from "../accounts/accounts.ts";
import { shutOut } from "../accounts/shut-out.ts";
import { memberships } from "../memberships/memberships.ts";
import { endTokens } from "../tokens/end.ts";
import { tokensOf } from "../tokens/tokens.ts";
import type { actions } from "./contract.ts";
import { endSessions } from "./end.ts";
import { sessionsOf } from "./sessions.ts";
import { stillMay } from "./start.ts";

/** By what they are now, not by what happened: asked twice or late it ends nothing that they may go on with. */
export async function endLapsed({ person }: Input<typeof actions.endLapsed>, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  if ((await stateNow(ctx, account, person)).suspended) {
    await shutOut(ctx, person);
    return {};
  }
  for (const session of await sessionsOf(mongo).find({ person }).lean())
    if (!(await stillMay(ctx, session))) await endSessions(ctx, { _id: session._id });
  for (const { token, organisation } of await tokensOf(mongo).find({ person }).lean())
    if (!(await stateNow(ctx, memberships, organisation)).people.has(person))
      await endTokens(ctx, { person, token });
  return {};
}
