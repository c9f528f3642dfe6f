import { actorNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { answersOf, draftsOf } from "#shared/documents/drafts.ts";
import { recall } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import { timelineOf } from "#shared/log/timeline.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { abilitiesOn } from "./abilities.ts";
import type { Answers } from "./answers.ts";
import type { actions } from "./contract.ts";
import { judge } from "./criteria.ts";
import { missingFields } from "./fields.ts";
import { openedBy } from "./links.ts";
import { type Row, rowOf } from "./own.ts";
import { steps } from "./registrations.ts";
import { isClustersTurn, turnEndsAt } from "./rules.ts";
import { registrationRows } from "./views/registrations.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;
type Note = { text: string };

export async function registrations({ state, after, limit }: In<"registrations">, ctx: CallContext) {
  const rows = await read(ctx, registrationRows);
  const wanted = state ? { state } : {};
  const from = after ? await rows.findById(after).lean() : undefined;
  const found = await rows
    .find({ ...wanted, ...(from && { order: above(from.order) }) })
    .sort({ order: 1 })
    .limit(limit)
    .lean();
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    rows: found.map(shown),
    ...(last && { next: last._id }),
    total: await rows.countDocuments(wanted),
  };
}

export async function registration({ id }: In<"registration">, ctx: CallContext) {
  const row = await (await read(ctx, registrationRows)).findById(id).lean();
  if (!row) return refuse("not-found");
  const answers = (await recall<Answers>(ctx, [row.answers])).get(row.answers) ?? null;
  return { ...shown(row), answers, abilities: abilitiesOn(ctx, shown(row)) };
}

function shown({ _id, answers: _answers, notes: _notes, order: _order, ...row }: Row) {
  return { id: _id, ...row };
}

export async function ownRegistration({ id }: In<"ownRegistration">, ctx: CallContext) {
  const draft = await draftsOf(kernelOf(ctx.broker).mongo, "partnerships").findById(id).lean();
  if (!draft) return refuse("not-found");
  const row = await rowOf(ctx, id);
  const state = row?.state ?? "draft";
  const answers = answersOf(draft) as Answers;
  // What is judged is what was sent; while the cluster writes, what it has written so far.
  const criteria = row && !steps[state].includes("submit") ? row.criteria : judge(answers);
  const texts = await recall<Note>(ctx, row?.notes.flatMap(({ note }) => note ?? []) ?? []);
  return {
    id,
    state,
    answers,
    missing: missingFields(answers),
    criteria,
    ...(draft.endsAt && !row && { endsAt: draft.endsAt.toISOString() }),
    ...(row?.dueAt && { dueAt: row.dueAt }),
    ...(row && waitsUntil(row)),
    notes: row?.notes.map(({ at, step, note }) => ({ at, step, ...textOf(texts, note) })) ?? [],
    abilities: abilitiesOn(ctx, { id, state, criteria }),
    version: draft.version,
  };
}

/** The last note is of the step that made it the cluster's turn. */
function waitsUntil({ state, notes }: Pick<Row, "state" | "notes">) {
  const since = isClustersTurn(state) && notes.at(-1)?.at;
  return since ? { waitsUntil: turnEndsAt(new Date(since)).toISOString() } : {};
}

function textOf(texts: Map<string, Note>, id: string | undefined) {
  const text = id && texts.get(id)?.text;
  return text ? { text } : {};
}

export async function registrationTimeline({ id, before }: In<"registrationTimeline">, ctx: CallContext) {
  const { events, next } = await timelineOf(ctx, [`registration/${id}`], before);
  // Who holds the link of a draft may look before anything has happened; all others see what was sent.
  if (!events.length && ctx.meta.who.kind !== "link" && !(await rowOf(ctx, id))) return refuse("not-found");
  const noteOf = (data: unknown) =>
    (data as { note?: string; reason?: string }).note ?? (data as { reason?: string }).reason;
  const [who, texts] = await Promise.all([
    actorNames(ctx, events),
    recall<Note>(
      ctx,
      events.flatMap(({ data }) => noteOf(data) ?? []),
    ),
  ]);
  return {
    rows: events.map((event) => ({
      id: event.id,
      event: event.type,
      at: event.at.toISOString(),
      ...who(event),
      ...textOf(texts, noteOf(event.data)),
      ...programmeIn(event.data),
    })),
    ...(next !== undefined && { next }),
  };
}

/** What the office waived for is public, and stands in the event itself. */
function programmeIn(data: unknown) {
  const { programme } = data as { programme?: string };
  return programme ? { text: programme } : {};
}

export async function registrationOfLink({ linkHash }: In<"registrationOfLink">, ctx: CallContext) {
  const id = await openedBy(kernelOf(ctx.broker).mongo, linkHash);
  return id ? { id } : {};
}
