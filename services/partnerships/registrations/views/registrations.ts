import Type from "typebox";
import { Code, closed, DocumentId, Id, Instant, list, PublicText } from "#shared/contract/schemas.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf, orderOf } from "#shared/log/events.ts";
import { type Rows, view } from "#shared/views/view.ts";
import { Likeness } from "../../likeness/likeness.ts";
import type { OwnerEvent } from "../../owners/owners.ts";
import { Criterion, StateWord, StepWord } from "../contract.ts";
import { waive } from "../criteria.ts";
import { afterErasure, type RegistrationEvent, type State, type Submission } from "../registrations.ts";

export const registrationRows = view<RegistrationEvent | OwnerEvent>()({
  name: "partnerships.registrations",
  version: 8,
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
    /** Of one that is merged: in which state it is again when that is undone. */
    stateBefore: Type.Optional(StateWord()),
    /** Of one that the office has decided on last: until when that can be undone, and what it is then again. */
    undo: Type.Optional(
      closed({
        until: Instant(),
        state: StateWord(),
        dueAt: Type.Optional(Instant()),
        criteria: list(Criterion()),
        waivedFor: Type.Optional(PublicText()),
        /** So many notes were there. */
        notes: Type.Integer(),
      }),
    ),
    round: Type.Integer(),
    answers: DocumentId(),
    /** What was sent the round before. */
    before: Type.Optional(DocumentId()),
    /** Notes of the office, as documents, each in the round it was written in. */
    notes: list(
      closed({ at: Instant(), step: StepWord(), round: Type.Integer(), note: Type.Optional(DocumentId()) }),
    ),
    version: Type.Integer(),
    /** The officer who answers for it. */
    owner: Type.Optional(Id()),
    /** Until when it is out of the queue. */
    putOffUntil: Type.Optional(Instant()),
    likeness: Type.Optional(Likeness()),
    /** Order of first submission. */
    order: Type.Number(),
  }),
  indexes: [
    { state: 1, order: 1 },
    { order: 1 },
    { "likeness.name": 1 },
    { "likeness.domain": 1 },
    { "likeness.register": 1 },
  ],
  on: {
    RegistrationSubmitted: (event, rows) =>
      rows.put(idOf(event), { ...submitted(event), round: 1, notes: [], order: orderOf(event) }),
    RegistrationResubmitted: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (row)
        rows.put(idOf(event), {
          ...submitted(event),
          round: row.round + 1,
          before: row.answers,
          notes: row.notes,
          order: row.order,
          submittedAt: row.submittedAt,
          ...(row.owner && { owner: row.owner }),
        });
    },
    RegistrationWithdrawn: (event, rows) => change(event, rows, "draft", { step: "withdraw" }),
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
      rows.put(idOf(event), { ...row, ...waived, ...undoOf(event, row) });
    },
    RegistrationAccepted: (event, rows) => change(event, rows, "accepted", { step: "accept" }),
    RegistrationRejected: (event, rows) =>
      change(event, rows, "rejected", { step: "reject", note: event.data.reason }),
    DecisionUndone: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row?.undo) return;
      const { undo, dueAt: _none, waivedFor: _other, ...rest } = row;
      const { until: _over, notes, ...again } = undo;
      rows.put(idOf(event), {
        ...rest,
        ...again,
        notes: row.notes.slice(0, notes),
        version: event.position,
      });
    },
    OwnerAssigned: (event, rows) => beside(event, rows, { owner: event.data.owner }),
    RegistrationHandedOn: (event, rows) =>
      beside(event, rows, { owner: event.data.to, putOffUntil: undefined }),
    RegistrationPutOff: (event, rows) => beside(event, rows, { putOffUntil: event.data.until }),
    ProfileConfirmed: (event, rows) => change(event, rows, "published"),
    ProfileExpired: endPage,
    ProfileTakenDown: endPage,
    RegistrationLapsed: (event, rows) => change(event, rows, "expired"),
    RegistrationErased: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row) return;
      const { dueAt: _over, undo: _undo, ...rest } = row;
      const state = afterErasure(row.state);
      rows.put(idOf(event), { ...rest, state, erased: true, version: event.position });
    },
    // Nobody decides on either of them with the version they saw, so that one stays: undone, all is as it was.
    RegistrationMerged: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row) return;
      const { undo: _undo, ...rest } = row;
      rows.put(idOf(event), { ...rest, state: "merged", stateBefore: row.state });
    },
    MergeUndone: async (event, rows) => {
      const row = await rows.get(idOf(event));
      if (!row) return;
      const { stateBefore, ...rest } = row;
      rows.put(idOf(event), { ...rest, state: stateBefore! });
    },
  },
});

function submitted({ data, at, position }: Recorded<{ type: string; data: Submission }>) {
  const { name, country, region, dueAt, criteria, answers, likeness } = data;
  const own = {
    name,
    country,
    ...(region && { region }),
    dueAt,
    criteria,
    answers,
    ...(likeness && { likeness }),
  };
  return { state: "submitted" as const, ...own, submittedAt: at.toISOString(), version: position };
}

async function endPage(event: Recorded, rows: Rows<any>) {
  const row = await rows.get(idOf(event));
  if (row?.stateBefore) rows.put(idOf(event), { ...row, stateBefore: "expired" });
  else await change(event, rows, "expired");
}

type Note = { step: "withdraw" | "ask-changes" | "accept" | "reject"; note?: string };

async function change(event: Recorded, rows: Rows<any>, state: State, note?: Note) {
  const row = await rows.get(idOf(event));
  if (!row) return;
  // Nothing is due while the office is not the one to act.
  const { dueAt: _over, putOffUntil: _put, undo: _undo, ...rest } = row;
  const notes = note ? [...row.notes, { at: event.at.toISOString(), round: row.round, ...note }] : row.notes;
  rows.put(idOf(event), { ...rest, state, notes, version: event.position, ...undoOf(event, row) });
}

function undoOf({ data }: Recorded, { state, dueAt, criteria, waivedFor, notes }: any) {
  const { undoUntil: until } = data as { undoUntil?: string };
  if (!until) return {};
  const again = { state, criteria, ...(dueAt && { dueAt }), ...(waivedFor && { waivedFor }) };
  return { undo: { until, ...again, notes: notes.length } };
}

/** It has a version of its own: whoever decides has to have read what was sent, and not who answers for it. */
async function beside(
  event: Recorded,
  rows: Rows<any>,
  change: { owner?: string; putOffUntil?: string | undefined },
) {
  const row = await rows.get(idOf(event));
  if (!row) return;
  const { putOffUntil, ...rest } = { ...row, ...change };
  rows.put(idOf(event), { ...rest, ...(putOffUntil && { putOffUntil }) });
}
