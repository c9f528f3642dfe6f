import { contracts } from "#services/contracts.ts";
import { ownIn, type Policy, partiesOf, ruleOf, type Verdict, verdictOf } from "#shared/access/policy.ts";
import type { Role } from "#shared/access/principal.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Action, Input, Output } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { namesOfOrganisations } from "../organisations/names.ts";
import { namesOfPeople } from "../people/names.ts";
import { grantersOf } from "../people/roles.ts";
import { askedAbout } from "./asked-about.ts";
import type { actions } from "./contract.ts";
import { standsForIt } from "./standing.ts";

const all = contracts.flatMap((contract) => Object.values(contract.actions) as Action[]);

const withDoor = all.filter(({ route, policy }) => route && !policy.may.anyone);
/** The first of each policy. */
const askable = withDoor.filter((action) => action === withDoor.find(({ may }) => may === action.may));

export async function whatOneMay() {
  return {
    rows: askable.map(({ name, may, policy }) => {
      const relation = Object.values(policy.may).find(({ field }) => field);
      return { action: name, rule: ruleOf(may), ...(relation && { relation: ruleOf(relation.named) }) };
    }),
  };
}

export async function access(input: Input<typeof actions.access>, ctx: CallContext) {
  const action = all.find(({ name }) => name === input.action);
  const who = await askedAbout(ctx, input);
  if (isRefusal(who)) return who;
  if (!action) return refuse("identity.unknown-action");
  const { person, organisation, roles } = who;
  const { record, token } = input;
  const { policy, scope, may } = action;
  const name = (await namesOfPeople(ctx, [person]))[person];
  const named = await namesOfOrganisations(ctx, [organisation]);
  const about = record === undefined ? ownIn(policy, who) : naming(policy, record);
  const verdict = verdictOf(action, who, about, kernelOf(ctx.broker)) as Told;
  const stands = await standsForIt(ctx, action, who, record ?? organisation);
  return {
    ...{ person, organisation, roles, action: action.name },
    ...(name && { name }),
    organisationName: named(organisation),
    ...(record && { record }),
    ...(token && { token }),
    verdict: verdict === "yes" && !stands ? ("not-in-charge" as const) : verdict,
    ...{ rule: ruleOf(may), scope },
    grantedBy: partiesOf(policy).map((party) => ({
      ...{ party, relation: ruleOf(policy.may[party]!.named) },
      givenBy: isRole(party) ? grantersOf(party) : [],
    })),
  };
}

/** No other comes of somebody with a second factor of just now, or of a token. */
type Told = Extract<Verdict, Output<typeof actions.access>["verdict"]>;

const isRole = (party: string): party is Role => !["person", "link", "system", "anyone"].includes(party);

/** An input that names it, in whatever field the policy looks for it. */
const naming = ({ may }: Policy, record: string) =>
  Object.fromEntries(Object.values(may).flatMap(({ field }) => (field ? [[field, record]] : [])));
