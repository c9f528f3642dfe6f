import type { Out } from "../app/api.ts";
import { useLive } from "../app/live.ts";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { useWords } from "../app/words.ts";

export type Verdict = Pick<Out<"GET /missions/:mission/verdict">, "can" | "reasons">;
type Reason = Verdict["reasons"][number];

/** Of all missions, where the reader acts for a member company. */
export function useOwnVerdicts() {
  const isMember = mayTake(useSession(), "GET /verdicts");
  const verdicts = useAsk("GET /verdicts", { limit: 100 }, isMember);
  useLive(...(isMember ? ["/api/verdicts"] : []));
  return verdicts;
}

export const verdictOn = (told: Out<"GET /verdicts"> | undefined, id: string): Verdict | undefined =>
  told?.rows.find(({ mission }) => mission === id);

/** What a company has on a mission already is why it cannot sign up, and no bad news. */
export const isSignedUp = ({ reasons }: Verdict): boolean =>
  reasons.some(({ code }) => code === "has-seats" || code === "waits");

export const willWait = ({ reasons }: Verdict): boolean =>
  reasons.some(({ code }) => code === "waiting-list");

/** Reasons as sentences. */
export function useReasons(): (reason: Reason) => string {
  const { say } = useWords();
  return ({ code, params }) => say(`missions:verdict.reasons.${code}`, { ...params, count: countIn(params) });
}

const countIn = (params: Reason["params"] & { free?: number; waiting?: number; seats?: number }) =>
  params.free ?? params.waiting ?? params.seats;
