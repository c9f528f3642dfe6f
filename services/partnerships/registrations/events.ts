import Type from "typebox";
import { aside, ending, event } from "#shared/contract/contract.ts";
import { closed, DocumentId, Id, Instant, list, PublicText, set } from "#shared/contract/schemas.ts";
import { undoable } from "#shared/contract/undo.ts";
import { Likeness } from "../likeness/likeness.ts";
import { PartWord } from "../mergers/parts.ts";
import { page } from "../profiles/contract.ts";
import { Criterion } from "./contract.ts";

/** What a cluster says of itself is not public before it is published: it stands in the answers. */
const { summary: _summary, ...pageInBrief } = page;
const submission = {
  answers: DocumentId(),
  ...pageInBrief,
  criteria: list(Criterion()),
  recognisedBy: Type.Optional(PublicText()),
  /** None of what was sent before it was looked for. */
  likeness: Type.Optional(Likeness()),
  dueAt: Instant(),
};

const asItIs = (data: unknown) => data;
const withoutSummary = ({ summary: _text, ...rest }: { summary: string }) => rest;
/** Number and domain stood in it as they were written. Hashes need the portal's secret, which reading has not. */
const likenessByName = ({ likeness, ...rest }: { likeness?: { name: string } }) => ({
  ...rest,
  ...(likeness && { likeness: { name: likeness.name } }),
});
const upcasts = { 1: withoutSummary, 2: asItIs, 3: likenessByName };

export const events = {
  RegistrationSubmitted: event(4, closed(submission), upcasts),
  RegistrationResubmitted: event(4, closed(submission), upcasts),
  ChangesAsked: event(2, closed({ ...undoable, note: DocumentId(), daysLeft: Type.Integer() }), {
    1: asItIs,
  }),
  RegistrationWithdrawn: ending(event(1, closed({})), "two-years-after-decision", "while-registered"),
  CriteriaWaived: event(2, closed({ ...undoable, programme: PublicText(), officer: Id() }), { 1: asItIs }),
  RegistrationAccepted: ending(event(2, closed(undoable), { 1: asItIs }), "two-years-after-decision"),
  RegistrationRejected: ending(
    event(2, closed({ ...undoable, reason: DocumentId() }), { 1: asItIs }),
    "two-years-after-decision",
    "while-registered",
  ),
  /** Of commit `decision`, whose letter had gone by then or not. All is again as it was before, the terms of what is kept too. */
  DecisionUndone: event(1, closed({ decision: Type.Integer(), told: Type.Boolean(), answers: DocumentId() })),
  ProfileConfirmed: event(1, closed({ ...page, expiresAt: Instant() })),
  ProfileExpired: ending(event(1, closed({})), "while-registered"),
  ProfileTakenDown: ending(event(1, closed({})), "while-registered"),
  /** Its cluster did not go on with it. */
  RegistrationLapsed: ending(event(1, closed({})), "two-years-after-decision", "while-registered"),
  RegistrationErased: event(1, closed({})),
  /** `take`: parts of its page that the other one shows from then on. */
  RegistrationMerged: aside(
    event(1, closed({ into: Id(), take: set(PartWord(), 4), reason: DocumentId(), until: Instant() })),
  ),
  MergeUndone: aside(event(1, closed({ into: Id(), reason: DocumentId() }))),
};
