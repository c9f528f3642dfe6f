/** In the order of the work: first what waits for the office. A draft is not the office's business yet. */
export const reviewStates = [
  "submitted",
  "changes-asked",
  "accepted",
  "published",
  "rejected",
  "expired",
] as const;
export type ReviewState = (typeof reviewStates)[number];

export const isReviewState = (word: unknown): word is ReviewState =>
  (reviewStates as readonly unknown[]).includes(word);
