import type { CallContext, PersonCalling } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { membershipOf, rowOf } from "../people/own.ts";
import { callerBy } from "../tokens/rights.ts";
import { tokenOf } from "../tokens/tokens.ts";
import type { actions } from "./contract.ts";

type Asked = Pick<Input<typeof actions.access>, "person" | "organisation" | "token">;

/** Them as they would ask themselves now, in a session that may as much as one can, or by that token. */
export async function askedAbout(ctx: CallContext, { person, organisation: wanted, token }: Asked) {
  const row = await rowOf(ctx, person);
  if (!row) return refuse("identity.unknown-person");
  if (row.suspended) return refuse("identity.suspended-now");
  if (token !== undefined) return byToken(ctx, person, token);
  const membership = membershipOf(row, wanted);
  if (!membership) return refuse("identity.not-a-member");
  const { organisation, roles } = membership;
  const secondFactorAt = kernelOf(ctx.broker).clock.now().getTime();
  return { kind: "person", person, organisation, roles, secondFactorAt } satisfies PersonCalling;
}

async function byToken(ctx: CallContext, person: string, token: string) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const made = await tokenOf(mongo, person, token, clock.now());
  const caller = made && (await callerBy(ctx, made));
  return caller ? ({ kind: "person", ...caller } satisfies PersonCalling) : refuse("identity.no-such-token");
}
