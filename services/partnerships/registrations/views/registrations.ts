import Type from "typebox";
import { Code, closed, DocumentId, Instant, list, PublicText } from "#shared/contract/schemas.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf, orderOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import { Criterion, StateWord, StepWord } from "../contract.ts";
import { waive } from "../criteria.ts";
import { afterErasure, type RegistrationEvent, type State, type Submission } from "../registrations.ts";

export const registrationRows = view<RegistrationEvent>()({
  name: "partnerships.registrations",
  version: 4,
  row: closed({
    state: StateWord(),
    name: PublicText(),
    country: Code(2),
    region: Type.Optional(Code(8)),
    submittedAt: Instant(),
    dueAt: Type.Optional(Instant()),
    criteria: list(Criterion()),
    waivedFor: Type.Optional(PublicText()),
    erased: Type.Optional(Type.Boolean()),
    round: Type.Integer(),
    answers: DocumentId(),
    /** Notes of the office, as documents. */
    notes: list(closed({ at: Instant(), step: StepWord(), note: Type.Optional(DocumentId()) })),
    version: Type.Integer(),
    /** Order of first submission. */
    order: Type.Number(),
  }),
  indexes: [{ state: 1, order: 1 }, { order: 1 }],
  on: {
    RegistrationSubmitted: (event, rows) =>
      rows.put(idOf(event), { ...submitted(event), round: 1, notes: [], order: orderOf(event) }),
    RegistrationResubmitted: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (row)
        rows.put(idOf(event), {
          ...submitted(event),
          round: row.round + 1,
          notes: row.notes,
          order: row.order,
          submittedAt: row.submittedAt,
        });
    },
    ChangesAsked: (event, rows) =>
      change(event, rows, "changes-asked", { step: "ask-changes", note: event.data.note }),
    CriteriaWaived: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row) return;
      const waived = {
        criteria: waive(row.criteria),
        waivedFor: event.data.programme,
        version: event.position,
      };
      rows.put(idOf(event), { ...row, ...waived });
    },
    RegistrationAccepted: (event, rows) => change(event, rows, "accepted", { step: "accept" }),
    RegistrationRejected: (event, rows) =>
      change(event, rows, "rejected", { step: "reject", note: event.data.reason }),
    ProfileConfirmed: (event, rows) => change(event, rows, "published"),
    ProfileExpired: (event, rows) => change(event, rows, "expired"),
    ProfileTakenDown: (event, rows) => change(event, rows, "expired"),
    RegistrationLapsed: (event, rows) => change(event, rows, "expired"),
    RegistrationErased: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row) return;
      const { dueAt: _over, ...rest } = row;
      const state = afterErasure(row.state);
      rows.put(idOf(event), { ...rest, state, erased: true, version: event.position });
    },
  },
});

function submitted({ data, at, position }: Recorded<{ type: string; data: Submission }>) {
  const { name, country, region, dueAt, criteria, answers } = data;
  const own = { name, country, ...(region && { region }), dueAt, criteria, answers };
  return { state: "submitted" as const, ...own, submittedAt: at.toISOString(), version: position };
}

type Note = { step: "ask-changes" | "accept" | "reject"; note?: string };

async function change(event: Recorded, rows: Rows<any>, state: State, note?: Note) {
  const row = await rows.get(idOf(event));
  if (!row) return;
  // Nothing is due while the office is not the one to act.
  const { dueAt: _over, ...rest } = row;
  const notes = note ? [...row.notes, { at: event.at.toISOString(), ...note }] : row.notes;
  rows.put(idOf(event), { ...rest, state, notes, version: event.position });
}
