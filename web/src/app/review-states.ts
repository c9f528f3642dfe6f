/** In the order of the work: first what waits for the office. A draft that was sent before is one that its cluster took back. */
export const reviewStates = [
  "submitted",
  "changes-asked",
  "accepted",
  "published",
  "rejected",
  "expired",
  "draft",
  "merged",
] as const;
export type ReviewState = (typeof reviewStates)[number];

export const isReviewState = (word: unknown): word is ReviewState =>
  (reviewStates as readonly unknown[]).includes(word);
