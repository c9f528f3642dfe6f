import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { newId } from "#shared/ids.ts";
import { erasure } from "../erasures/erasures.ts";
import { actions } from "./contract.ts";

/** Asked when they belong here: whoever erases them in this moment either ends it or is seen here. */
export async function partedByErasure(
  ctx: CallContext,
  organisation: string,
  person: string,
): Promise<boolean> {
  if (!(await stateNow(ctx, erasure, person)).erased) return false;
  const asIdentity = asSystem("identity", { key: newId() });
  await callAs(ctx.broker, actions.endMembership, { organisation, person }, asIdentity, ctx);
  return true;
}
