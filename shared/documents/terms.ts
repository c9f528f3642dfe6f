/** For how long content is kept after what it was for has ended, in days. Which event ends it, its contract says. */
const days = {
  "while-registered": 90,
  "while-member": 30,
  "while-delegate": 30,
  "two-years-after-decision": 730,
} as const;

/** Of what some event ends. */
export type EndingTerm = keyof typeof days;

/** Public things of the installation's own are kept for as long as the log names them. */
export type RetentionTerm = EndingTerm | "with-the-log";

const dayMs = 24 * 60 * 60_000;

export const endOf = (term: EndingTerm, endedAt: Date): Date =>
  new Date(endedAt.getTime() + days[term] * dayMs);
