import type { Out } from "../app/api.ts";
import type { useWords } from "../app/words.ts";
import {
  type Answers,
  canBeSent,
  type Field,
  meant,
  same,
  type Typed,
  type TypedAnswers,
  typed,
  typedOne,
} from "./answers.ts";
import type { Kept } from "./kept-typed.ts";

export type Own = Out<"GET /registrations/:id/own">;
/** All of them, or those of the one section that its reader was asked for. */
export type OwnAnswers = Pick<Own, "id" | "answers" | "version">;

/** Said anew each time it is shown, for its reader may have changed the language. */
export type Why = (words: ReturnType<typeof useWords>) => string;

/** A form in the making: what the server has (`base`, at `version`), and what is typed over it. */
export type Draft = {
  base: Answers;
  version: number;
  typed: TypedAnswers;
  /** Why a field is not saved, with the text that was refused: the same is not sent again. */
  refused: Partial<Record<Field, { value: Typed; why: Why }>>;
  /** Fields that someone else changed too: theirs is in `base`, ours is in `typed`, until one is chosen. */
  clash: Field[];
};

/** What the office asks now about single answers. */
export const questionsIn = ({ state, notes }: Own) =>
  (state === "changes-asked" && notes.at(-1)?.questions) || [];

export const begin = ({ answers, version }: OwnAnswers): Draft => ({
  base: answers,
  version,
  typed: typed(answers),
  refused: {},
  clash: [],
});

const isChanged = ({ base, typed: values }: Draft, field: Field) =>
  !same(meant(field, values[field]), base[field]);

export const changedFields = (draft: Draft): Field[] =>
  (Object.keys(draft.typed) as Field[]).filter((field) => isChanged(draft, field));

/** What would be lost with the page. In a clash the other answer was not chosen away yet, so it clashes again. */
export function toKeep(draft: Draft): Kept {
  const over = (field: Field) => (draft.clash.includes(field) ? null : draft.base[field]);
  return Object.fromEntries(
    changedFields(draft).map((field) => [field, { value: draft.typed[field], over: over(field) }]),
  );
}

/** The form as it was left: what was typed stands over what the server has, and clashes where that has changed. */
export function restore(draft: Draft, kept: Kept): Draft {
  const fields = Object.keys(kept) as Field[];
  const values = Object.fromEntries(fields.map((field) => [field, kept[field]?.value]));
  const next = { ...draft, typed: { ...draft.typed, ...values } };
  const clash = fields.filter(
    (field) => isChanged(next, field) && !same(kept[field]?.over, draft.base[field]),
  );
  return { ...next, clash };
}

export type Unsaved = { changes: Answers; cleared: Field[]; unreadable: Field[] };

/** What a save would send now. */
export function unsaved(draft: Draft): Unsaved {
  const out: { changes: Record<string, unknown>; cleared: Field[]; unreadable: Field[] } = {
    changes: {},
    cleared: [],
    unreadable: [],
  };
  for (const field of changedFields(draft)) {
    if (draft.clash.includes(field)) continue;
    const refused = draft.refused[field];
    if (refused && same(refused.value, draft.typed[field])) continue;
    const answer = meant(field, draft.typed[field]);
    if (answer === undefined) out.cleared.push(field);
    else if (canBeSent(answer)) out.changes[field] = answer;
    else out.unreadable.push(field);
  }
  return out as Unsaved;
}

/** Whether something is left that the server would take. */
export function isLeft(draft: Draft): boolean {
  const { changes, cleared } = unsaved(draft);
  return Object.keys(changes).length > 0 || cleared.length > 0;
}

/** Fields that still hold what was refused. */
export const refusedNow = (draft: Draft): Field[] =>
  (Object.keys(draft.refused) as Field[]).filter((field) =>
    same(draft.refused[field]?.value, draft.typed[field]),
  );

export function write(draft: Draft, field: Field, value: Typed): Draft {
  return { ...draft, typed: { ...draft.typed, [field]: value } };
}

/** What was sent is what the server has now; fields typed on in the meantime stay changed. */
export function saved(draft: Draft, { changes, cleared }: Unsaved, version: number): Draft {
  const base: Record<string, unknown> = { ...draft.base, ...changes };
  // What one country does not take another may.
  const refused = "country" in changes ? {} : { ...draft.refused };
  for (const field of cleared) delete base[field];
  for (const field of [...Object.keys(changes), ...cleared] as Field[]) delete refused[field];
  return { ...draft, base: base as Answers, version, refused };
}

export function refuse(draft: Draft, whys: Partial<Record<Field, Why>>): Draft {
  const refused = { ...draft.refused };
  for (const [field, why] of Object.entries(whys) as [Field, Why][])
    refused[field] = { value: draft.typed[field], why };
  return { ...draft, refused };
}

/**
 * Takes in what the server has by now. What is typed here stays, and clashes where someone else has changed
 * the same answer to something else.
 */
export function rebase(draft: Draft, own: OwnAnswers): Draft {
  const mine = changedFields(draft);
  const kept = Object.fromEntries(mine.map((field) => [field, draft.typed[field]]));
  const theirs = mine.filter((field) => !same(own.answers[field], draft.base[field]));
  const next = {
    ...draft,
    base: own.answers,
    version: own.version,
    typed: { ...typed(own.answers), ...kept },
  };
  const clash = [...new Set([...draft.clash, ...theirs])].filter((field) => isChanged(next, field));
  return { ...next, clash };
}

export function choose(draft: Draft, field: Field, whose: "theirs" | "mine"): Draft {
  const clash = draft.clash.filter((one) => one !== field);
  if (whose === "mine") return { ...draft, clash };
  return { ...draft, clash, typed: { ...draft.typed, [field]: typedOne(field, draft.base[field]) } };
}
