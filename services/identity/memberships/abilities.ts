import type { CallContext } from "#shared/contract/call.ts";
import { may } from "#shared/contract/may.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Decide } from "#shared/log/feature.ts";
import { actions as invitationActions } from "../invitations/contract.ts";
import { mayGrant } from "../people/roles.ts";
import { actions } from "./contract.ts";
import type { MembershipEvent, Memberships } from "./memberships.ts";
import * as rules from "./rules.ts";
import { invites, type Kind } from "./standing.ts";

/** What whoever asks may do here, by the rules themselves: what they would refuse is offered to nobody. */
export function abilitiesOf(ctx: CallContext, organisation: string, kind: Kind, state: Memberships) {
  const { who } = ctx.meta;
  const input = { organisation };
  const given = { kind, by: who, now: kernelOf(ctx.broker).clock.now(), newId, version: 0 };
  const wouldDo = <Cmd>(
    rule: Decide<Memberships, Cmd, MembershipEvent, { refused: string }, rules.Facts>,
    command: Cmd,
  ) => !isRefusal(rule(state, command, given));
  const mayLead = may(ctx, actions.changeStanding, input);
  const mayRepair = kind !== "office" && may(ctx, actions.repairMembership, input);

  const onPerson = (person: string) => {
    const isOther = who.kind !== "person" || who.person !== person;
    const { roles = [] } = state.people.get(person) ?? {};
    return those({
      "make-lead": mayLead && wouldDo(rules.changeStanding, { person, standing: "lead" as const }),
      "make-colleague": mayLead && wouldDo(rules.changeStanding, { person, standing: "colleague" as const }),
      "hand-over": mayLead && wouldDo(rules.handOver, { person }),
      "change-roles": mayLead && kind === "office" && mayGrant(who, roles, person),
      remove: mayLead && isOther && wouldDo(rules.remove, { person }),
      repair: mayRepair && isOther,
    });
  };

  const onAll = those({
    invite: may(ctx, invitationActions.invite, input) && invites(state, kind, who),
    leave: who.kind === "person" && wouldDo(rules.leave, { person: who.person }),
  });
  return { onAll, onPerson };
}

const those = <W extends string>(all: Record<W, boolean>): W[] =>
  (Object.keys(all) as W[]).filter((word) => all[word]);
