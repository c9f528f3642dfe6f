import type { CallContext } from "#shared/contract/call.ts";
import { recall } from "#shared/documents/remember.ts";
import type { Subject } from "#shared/documents/subject.ts";
import type { Answers } from "./answers.ts";
import type { DelegateRow } from "./views/delegates.ts";

/** What a company says of who goes. */
export type Details = { name: string; email: string; role: string; language: string };

export const subjectOf = (delegate: string): Subject => `delegate/${delegate}`;

/** Until they are erased. What a company said of them, and what they said of themselves. */
export const asNamed = (delegate: string) =>
  ({ kind: "delegate", subject: subjectOf(delegate), term: "while-delegate" }) as const;
export const asAnswered = (delegate: string) =>
  ({ kind: "answers", subject: subjectOf(delegate), term: "while-delegate" }) as const;

/** With what is left of their words. */
export async function withWords(ctx: CallContext, rows: DelegateRow[]) {
  const [details, answers] = await Promise.all([
    recall<Details>(
      ctx,
      rows.map((row) => row.details),
    ),
    recall<Answers>(
      ctx,
      rows.flatMap((row) => row.answers ?? []),
    ),
  ]);
  return rows.map((row) => ({
    row,
    details: details.get(row.details),
    answers: row.answers === undefined ? undefined : answers.get(row.answers),
  }));
}

/** As a company sees it, and the office. */
export const shownOf = (row: DelegateRow, details: Details | undefined) => ({
  ...{ delegate: row._id, done: row.answers !== undefined },
  ...(details && { name: details.name, email: details.email, role: details.role }),
});
