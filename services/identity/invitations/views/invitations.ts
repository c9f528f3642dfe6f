import Type from "typebox";
import { closed, Id, Instant, list } from "#shared/contract/schemas.ts";
import { idOf } from "#shared/log/events.ts";
import { view } from "#shared/views/view.ts";
import { GivenStanding } from "../../memberships/contract.ts";
import type { MembershipEvent } from "../../memberships/memberships.ts";
import { RoleWord } from "../../people/contract.ts";

/** Those that nobody has accepted or withdrawn. */
export const invitationRows = view<MembershipEvent>()({
  name: "identity.invitations",
  version: 1,
  row: closed({
    organisation: Id(),
    roles: list(RoleWord(), 6),
    standing: GivenStanding(),
    by: Type.Optional(Id()),
    at: Instant(),
    endsAt: Instant(),
    position: Type.Integer(),
  }),
  indexes: [{ organisation: 1, position: 1 }],
  on: {
    PersonInvited: ({ data: { invitation, ...own }, at, by: { person }, position, ...event }, rows) =>
      rows.put(invitation, {
        ...{ organisation: idOf(event), ...own, at: at.toISOString(), position },
        ...(person && { by: person }),
      }),
    InvitationRenewed: async ({ data: { invitation, endsAt } }, rows) => {
      const row = await rows.get(invitation);
      if (row) rows.put(invitation, { ...row, endsAt });
    },
    InvitationWithdrawn: ({ data }, rows) => rows.remove(data.invitation),
    InvitationAccepted: ({ data }, rows) => rows.remove(data.invitation),
  },
});
