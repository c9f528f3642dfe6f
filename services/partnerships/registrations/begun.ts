import { isDeepStrictEqual } from "node:util";
import type { Draft } from "#shared/documents/drafts.ts";
import { answersIn, repliesIn } from "../replies/replies.ts";
import { type Sent, withoutReplies } from "./sent.ts";
import { askedAnswers } from "./submitting.ts";

/** Whether its cluster has written anything since it sent this, in that round. */
export const hasBegun = (draft: Pick<Draft, "fields">, sent: Sent, round: number): boolean =>
  repliesIn(draft, round).length > 0 ||
  !isDeepStrictEqual(askedAnswers(answersIn(draft)), withoutReplies(sent));
