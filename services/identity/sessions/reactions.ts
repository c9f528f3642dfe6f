import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { AccountEvent } from "../accounts/accounts.ts";
import type { MembershipEvent } from "../memberships/memberships.ts";
import { actions } from "./contract.ts";

/** Whoever decides it ends them at once, unless their process dies between the two. */
export const endWhatLapsed = reaction<AccountEvent | MembershipEvent>()({
  name: "identity.end-what-lapsed",
  on: {
    PersonSuspended: (event, { send }) => send(actions.endLapsed, { person: idOf(event) }),
    RolesChanged: ({ data: { person } }, { send }) => send(actions.endLapsed, { person }),
    MembershipEnded: ({ data: { person } }, { send }) => send(actions.endLapsed, { person }),
  },
});
