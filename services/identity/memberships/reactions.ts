import { endOf } from "#shared/documents/terms.ts";
import { idOf } from "#shared/log/events.ts";
import { reaction } from "#shared/reactions/reaction.ts";
import type { ErasureEvent } from "../erasures/erasures.ts";
import type { PersonEvent } from "../people/people.ts";
import { actions } from "./contract.ts";
import type { MembershipEvent } from "./memberships.ts";

/** Of logs from before memberships stood with their organisation. */
export const takeInEarlier = reaction<PersonEvent>()({
  name: "identity.take-in-earlier",
  on: {
    PersonAdmitted: (event, { send }) => send(actions.takeIn, joining(event)),
    PersonJoined: (event, { send }) => send(actions.takeIn, joining(event)),
  },
});

const joining = (event: { stream: string; data: { organisation: string; roles: PersonRoles } }) => ({
  organisation: event.data.organisation,
  person: idOf(event),
  roles: event.data.roles,
});

type PersonRoles = Extract<PersonEvent, { type: "PersonJoined" }>["data"]["roles"];

/** Who belongs nowhere is kept for as long as a member's data are after their term, and then erased. */
export const forgetDeparted = reaction<MembershipEvent>()({
  name: "identity.forget-departed",
  on: {
    MembershipEnded: ({ at, data: { person } }, { later }) =>
      later(endOf("while-member", at), actions.forgetDeparted, { person }),
  },
});

/** Or an organisation would be led by somebody who is not there any more. */
export const partFromErased = reaction<ErasureEvent>()({
  name: "identity.part-from-erased",
  on: {
    PersonErased: (event, { send }) => send(actions.endMemberships, { person: idOf(event) }),
  },
});
