import { personNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { type Draft, draftOf } from "#shared/documents/drafts.ts";
import { recall } from "#shared/documents/remember.ts";
import { type Kernel, kernelOf } from "#shared/kernel.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { codeUntil, isConfirmed } from "../addresses/addresses.ts";
import { alike } from "../likeness/alike.ts";
import { likenessOf } from "../likeness/likeness.ts";
import { mergersOf } from "../mergers/merged.ts";
import { answersIn, repliesIn } from "../replies/replies.ts";
import { sectionOpenedBy } from "../section-links/links.ts";
import { abilitiesOn } from "./abilities.ts";
import type { actions } from "./contract.ts";
import { judge } from "./criteria.ts";
import { missingFields } from "./fields.ts";
import { openedBy } from "./links.ts";
import { type Row, rowOf } from "./own.ts";
import { steps } from "./registrations.ts";
import { isClustersTurn, turnEndsAt } from "./rules.ts";
import { type Note, type Sent, withoutReplies } from "./sent.ts";
import { registrationRows } from "./views/registrations.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

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
    rows: found.map((row) => ({ ...shown(row), abilities: abilitiesOn(ctx, { ...row, id: row._id }) })),
    ...(last && { next: last._id }),
    total: await rows.countDocuments(wanted),
  };
}

export async function registration({ id }: In<"registration">, ctx: CallContext) {
  const row = await (await read(ctx, registrationRows)).findById(id).lean();
  if (!row) return refuse("not-found");
  const last = row.notes.at(-1);
  const asked = last?.step === "ask-changes" ? last.note : undefined;
  const documents = [row.answers, row.before, asked].filter((one) => one !== undefined);
  const found = await recall<Sent & Note>(ctx, documents);
  const [sent, before, note] = [row.answers, row.before, asked].map((one) => found.get(one ?? ""));
  const ownerName = await nameOfOwner(ctx, row.owner);
  const mergers = await mergersOf(ctx, id);
  return {
    ...shown(row),
    ...(ownerName && { ownerName }),
    ...mergers,
    alike: row.state === "merged" ? [] : await alike(ctx, id, row.likeness),
    answers: sent ? withoutReplies(sent) : null,
    ...(before && { before: withoutReplies(before) }),
    questions: note?.questions ?? [],
    replies: sent?.replies ?? [],
    abilities: abilitiesOn(ctx, { ...row, id, until: mergers.merged?.until }),
  };
}

function shown({
  _id,
  answers: _answers,
  before: _before,
  notes: _notes,
  order: _order,
  likeness: _like,
  stateBefore: _undone,
  undo,
  ...row
}: Row) {
  return { id: _id, ...row, ...(undo && { undoUntil: undo.until }) };
}

async function nameOfOwner(ctx: CallContext, owner: string | undefined): Promise<string | undefined> {
  return owner && (await personNames(ctx, [owner]))[owner];
}

export async function ownRegistration({ id }: In<"ownRegistration">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const draft = await draftOf(kernel, "partnerships", id);
  if (!draft) return refuse("not-found");
  const row = await rowOf(ctx, id);
  const state = row?.state ?? "draft";
  const answers = answersIn(draft);
  // What is judged is what was sent; while the cluster writes, what it has written so far.
  const criteria = row && !steps[state].includes("submit") ? row.criteria : judge(answers);
  const texts = await recall<Note>(ctx, row?.notes.flatMap(({ note }) => note ?? []) ?? []);
  const partners =
    state === "published" ? [] : await alike(ctx, id, likenessOf(kernel.config.secret, answers), "published");
  const owner = await nameOfOwner(ctx, row?.owner);
  return {
    id,
    state,
    answers,
    ...(owner && { owner }),
    missing: missingFields(answers),
    ...(await addressNow(kernel, id, answers.contactEmail)),
    alike: partners.map(({ state: _published, ...partner }) => partner),
    criteria,
    ...(draft.endsAt && { endsAt: draft.endsAt.toISOString() }),
    ...(row?.dueAt && { dueAt: row.dueAt }),
    ...(row && waitsUntil(row)),
    notes: row?.notes.map((note) => ({ ...shownNote(note, texts), ...repliesTo(note, draft) })) ?? [],
    replies: row ? repliesIn(draft, row.round) : [],
    abilities: abilitiesOn(ctx, { id, state, stateBefore: row?.stateBefore, criteria }),
    version: draft.version,
  };
}

async function addressNow(kernel: Kernel, id: string, address: string | undefined) {
  const until = address && (await codeUntil(kernel, id, address));
  return {
    addressConfirmed: await isConfirmed(kernel, id, address),
    ...(until && { codeUntil: until.toISOString() }),
  };
}

const shownNote = ({ at, step, note }: Row["notes"][number], texts: Map<string, Note>) => ({
  at,
  step,
  ...texts.get(note ?? ""),
});

function repliesTo({ step, round }: Row["notes"][number], draft: Draft) {
  const replies = step === "ask-changes" ? repliesIn(draft, round) : [];
  return replies.length ? { replies } : {};
}

/** The last note is of the step that made it the cluster's turn. */
function waitsUntil({ state, notes }: Pick<Row, "state" | "notes">) {
  const since = isClustersTurn(state) && notes.at(-1)?.at;
  return since ? { waitsUntil: turnEndsAt(new Date(since)).toISOString() } : {};
}

export async function registrationOfLink({ linkHash }: In<"registrationOfLink">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const id = await openedBy(kernel, linkHash);
  return id ? { id } : ((await sectionOpenedBy(kernel, linkHash)) ?? {});
}
