import type { CallContext } from "#shared/contract/call.ts";
import { recall } from "#shared/documents/remember.ts";
import type { Subject } from "#shared/documents/subject.ts";
import type { Answers } from "./answers.ts";
import type { DelegateRow } from "./views/delegates.ts";

/** What a company says of who goes. */
export type Details = { name: string; email: string; role: string; language: string };

export const subjectOf = (delegate: string): Subject => `delegate/${delegate}`;

/** What is kept of a delegate beside the log, until they are erased. */
export const keptAs = (kind: "delegate" | "answers", delegate: string) =>
  ({ kind, subject: subjectOf(delegate), term: "while-delegate" }) as const;

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
