import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import { closed, Day, DocumentId, Id, Instant, list, Text } from "#shared/contract/schemas.ts";

/** First and last day on which somebody is away, and who then does their work. */
const Absence = () => closed({ from: Day(), until: Day(), deputy: Type.Optional(Id()) });

const Officer = closed({
  person: Id(),
  name: Text(120),
  /** Registrations that wait for the office and are theirs. */
  open: Type.Integer(),
  away: Type.Optional(Absence()),
});

const decided = { "partnerships.decided-already": conflict() };
const notAnOfficer = { "partnerships.not-an-officer": invalid({ person: Id() }) };

export const actions = {
  /** Sent by a reaction when a registration comes in: it goes to the officer with the fewest open ones. */
  assignOwner: command({
    may: "assign owners",
    input: closed({ id: Id() }),
    output: closed({ owner: Id() }),
    refusals: { "partnerships.no-officers": conflict() },
  }),
  handOn: command({
    route: "POST /registrations/:id/owner",
    may: "decide on registrations",
    input: closed({ id: Id(), to: Id(), note: Type.Optional(Text(2_000)) }),
    output: closed({ owner: Id() }),
    refusals: { ...decided, ...notAnOfficer, "partnerships.owner-already": conflict() },
  }),
  /** Out of the queue until then, for whoever it is; never beyond its term. */
  putOff: command({
    route: "POST /registrations/:id/put-off",
    may: "decide on registrations",
    input: closed({ id: Id(), until: Instant() }),
    output: closed({ until: Instant() }),
    refusals: {
      ...decided,
      "partnerships.put-off-beyond-term": invalid({ dueAt: Instant() }),
      "partnerships.put-off-to-the-past": invalid(),
    },
  }),
  officers: query({
    route: "GET /officers",
    may: "read registrations",
    input: closed({}),
    output: closed({ rows: list(Officer, 500) }),
  }),
  /** Of a colleague too: whoever is ill does not come to say so. */
  setAbsence: command({
    route: "PUT /officers/:person/absence",
    may: "decide on registrations",
    input: closed({ person: Id(), ...Absence().properties }),
    output: closed({}),
    refusals: {
      ...notAnOfficer,
      "partnerships.absence-out-of-order": invalid(),
      "partnerships.absence-over": invalid(),
      "partnerships.own-deputy": invalid(),
    },
  }),
  endAbsence: command({
    route: "DELETE /officers/:person/absence",
    may: "decide on registrations",
    input: closed({ person: Id() }),
    output: closed({}),
    refusals: { "partnerships.not-away": conflict() },
  }),
};

export const ownerEvents = {
  OwnerAssigned: event(1, closed({ owner: Id() })),
  RegistrationHandedOn: event(1, closed({ to: Id(), note: Type.Optional(DocumentId()) })),
  RegistrationPutOff: event(1, closed({ until: Instant() })),
};
export const absenceEvents = {
  AbsenceSet: event(1, Absence()),
  AbsenceEnded: event(1, closed({})),
};
