import type { Answers, Question } from "./answers.ts";

/** What a cluster sent in: its answers, and what it wrote to the questions that were open. */
export type Sent = Answers & { replies?: Question[] };
/** What the office wrote with a step. */
export type Note = { text?: string; questions?: Question[] };

export function withoutReplies({ replies: _beside, ...answers }: Sent): Answers {
  return answers;
}
