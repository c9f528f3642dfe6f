import { contracts } from "#services/contracts.ts";
import { ownIn, type Policy, partiesOf, ruleOf, verdictOf } from "#shared/access/policy.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Action, Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { membershipOf, rowOf } from "../people/own.ts";
import type { actions } from "./contract.ts";

const all = contracts.flatMap((contract) => Object.values(contract.actions) as Action[]);

export async function access(input: Input<typeof actions.access>, ctx: CallContext) {
  const { person, organisation: wanted, action: name, record } = input;
  const row = await rowOf(ctx, person);
  if (!row) return refuse("identity.unknown-person");
  const membership = membershipOf(row, wanted);
  if (!membership) return refuse("identity.not-a-member");
  const action = all.find((one) => one.name === name);
  if (!action) return refuse("identity.unknown-action");
  const { organisation, roles } = membership;
  const { policy } = action;
  const kernel = kernelOf(ctx.broker);
  const secondFactorAt = kernel.clock.now().getTime();
  const who = { kind: "person", person, organisation, roles, secondFactorAt } as const;
  const about = record === undefined ? ownIn(policy, who) : naming(policy, record);
  return {
    ...{ person, organisation, roles, action: name, ...(record && { record }) },
    verdict: verdictOf(policy, who, about, kernel) as "yes" | "not-allowed" | "not-found",
    rule: ruleOf(action.may),
    grantedBy: partiesOf(policy).map((party) => ({ party, relation: policy.may[party]!.named })),
  };
}

/** An input that names it, in whatever field the policy looks for it. */
const naming = ({ may }: Policy, record: string) =>
  Object.fromEntries(Object.values(may).flatMap(({ field }) => (field ? [[field, record]] : [])));
