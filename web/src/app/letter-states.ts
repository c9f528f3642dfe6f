import type { In } from "./api.ts";

export type LetterState = NonNullable<In<"GET /letters">["state"]>;
export const letterStates: LetterState[] = ["waiting", "sent", "failed", "bounced"];
