import { answersOf, type Draft } from "#shared/documents/drafts.ts";
import type { Answers, Field, Question } from "../registrations/answers.ts";

/** A reply stands in the draft beside the answers, by the round in which it was asked: another round asks anew. */
export const keyOf = (round: number, field: Field): string => `reply:${round}:${field}`;

const isReply = (key: string): boolean => key.startsWith("reply:");

export const answersIn = (draft: Pick<Draft, "fields">): Answers =>
  Object.fromEntries(Object.entries(answersOf(draft)).filter(([key]) => !isReply(key)));

export function repliesIn(draft: Pick<Draft, "fields">, round: number): Question[] {
  const start = keyOf(round, "" as Field);
  return Object.entries(answersOf(draft))
    .filter(([key]) => key.startsWith(start))
    .map(([key, text]) => ({ field: key.slice(start.length) as Field, text: String(text) }));
}
