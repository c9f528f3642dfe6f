import { useSyncExternalStore } from "react";
import { Problem } from "./api.ts";

/** Refused only because the second factor was given too long ago. */
export const isStepUp = (error: unknown): boolean =>
  error instanceof Problem && error.code === "step-up-required";

/** All that waits for the second factor that this page asks now. */
let waiting: ((given: boolean) => void)[] = [];
const lookers = new Set<() => void>();

export const isStepUpAsked = () => waiting.length > 0;

export const useStepUpAsked = () =>
  useSyncExternalStore((look) => {
    lookers.add(look);
    return () => lookers.delete(look);
  }, isStepUpAsked);

function wait(next: typeof waiting): void {
  waiting = next;
  for (const look of lookers) look();
}

/** The reader is asked in place of the page; false when they would rather not, or leave. */
export const askStepUp = () => new Promise<boolean>((answer) => wait([...waiting, answer]));

export function answerStepUp(given: boolean): void {
  for (const answer of waiting) answer(given);
  wait([]);
}

/** What is refused for it waits until the second factor is given, and is asked again as it was. */
export const withStepUp = <T>(ask: () => Promise<T>): Promise<T> =>
  ask().catch(async (error) => {
    if (isStepUp(error) && (await askStepUp())) return withStepUp(ask);
    throw error;
  });
