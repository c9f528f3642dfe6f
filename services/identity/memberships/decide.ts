import type { CallContext } from "#shared/contract/call.ts";
import { execute } from "#shared/contract/execute.ts";
import { type KernelRefusal, refuse } from "#shared/contract/refusals.ts";
import type { Decide } from "#shared/log/feature.ts";
import { kindOf } from "../organisations/own.ts";
import { type MembershipEvent, type Memberships, memberships } from "./memberships.ts";
import type { Facts } from "./rules.ts";

type UnknownOrganisation = { refused: "identity.unknown-organisation"; params: Record<string, never> };

/** Decides among the people of an organisation that is there. */
export async function decide<Cmd, No extends { refused: string }, Out extends object = object>(
  ctx: CallContext,
  organisation: string,
  rule: Decide<Memberships, Cmd, MembershipEvent, No, Facts>,
  command: Cmd,
  reply: (after: Memberships) => Out = () => ({}) as Out,
): Promise<(Out & { position: number }) | No | KernelRefusal | UnknownOrganisation> {
  const kind = await kindOf(ctx, organisation);
  if (!kind) return refuse("identity.unknown-organisation");
  return execute(ctx, memberships, organisation, rule, command, { kind }, reply);
}
