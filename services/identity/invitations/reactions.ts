import type { Recorded } from "#shared/log/commit.ts";
import { reaction, type Send } from "#shared/reactions/reaction.ts";
import type { MembershipEvent } from "../memberships/memberships.ts";
import { actions } from "./contract.ts";

type Invited = Recorded<Extract<MembershipEvent, { type: "PersonInvited" | "InvitationRenewed" }>>;

const write = ({ id: event, data: { invitation, endsAt } }: Invited, { send }: Send) =>
  send(actions.writeToInvited, { invitation, endsAt, event });

export const tellInvited = reaction<MembershipEvent>()({
  name: "identity.tell-invited",
  on: { PersonInvited: write, InvitationRenewed: write },
});
