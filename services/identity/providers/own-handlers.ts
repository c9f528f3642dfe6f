import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { mayReplace } from "../credentials/assurance.ts";
import { knownOf } from "../credentials/credentials.ts";
import { sayChanged } from "../credentials/say-changed.ts";
import { accountsOf } from "./accounts.ts";
import type { actions } from "./contract.ts";

/** They sign in by letter or password, as before. */
export async function unlinkProvider({ provider }: Input<typeof actions.unlinkProvider>, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  const known = await knownOf(mongo, who.person);
  if (!mayReplace(who, known, clock.now())) return refuse("step-up-required");
  const { deletedCount } = await accountsOf(mongo).deleteMany({ person: who.person, provider });
  if (deletedCount) await sayChanged(ctx, who.person, "provider-unlinked");
  return {};
}
