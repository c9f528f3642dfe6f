/** For how long content is kept after what it was for has ended, in days. Which event ends it, its contract says. */
const days = { "while-registered": 90, "while-member": 30, "two-years-after-decision": 730 } as const;

export type RetentionTerm = keyof typeof days;

const dayMs = 24 * 60 * 60_000;

export const endOf = (term: RetentionTerm, endedAt: Date): Date =>
  new Date(endedAt.getTime() + days[term] * dayMs);
