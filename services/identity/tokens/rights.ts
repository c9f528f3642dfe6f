import type { CallContext } from "#shared/contract/call.ts";
import { membershipOf, rowOf } from "../people/own.ts";
import type { Token } from "./tokens.ts";

/**
 * Who asks by a token, as things stand now: with no right that its owner has lost since it was made, and none they got since.
 * None: they are no longer of that organisation, or suspended.
 */
export async function callerBy(ctx: CallContext, { person, organisation, roles, token, scope }: Token) {
  const row = await rowOf(ctx, person);
  const now = row && membershipOf(row, organisation);
  if (!now) return undefined;
  const kept = now.roles.filter((role) => roles.includes(role));
  return { person, organisation, roles: kept, token: { id: token, scope } };
}
