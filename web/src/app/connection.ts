import { useSyncExternalStore } from "react";

const waits = { first: 1_000, longest: 30_000 };

/** Since when the portal does not answer at all; undefined while it does. */
let lostAt: number | undefined;
let wait = waits.first;
let timer: ReturnType<typeof setTimeout> | undefined;
const readers = new Set<() => void>();

type Means = { ask: () => Promise<unknown>; renew: () => unknown };
let means: Means = { ask: async () => {}, renew: () => {} };

/** `ask` asks the portal something and throws while it is away; `renew` asks again what came to nothing meanwhile. */
export function watchConnection(given: Means): void {
  means = given;
  const look = () => lostAt !== undefined && !document.hidden && probe();
  window.addEventListener("online", look);
  // Whoever comes back to the tab need not wait for the next try.
  document.addEventListener("visibilitychange", look);
}

export function lost(): void {
  if (lostAt !== undefined) return;
  lostAt = Date.now();
  later();
  tell();
}

export function back(): void {
  if (lostAt === undefined) return;
  lostAt = undefined;
  wait = waits.first;
  clearTimeout(timer);
  tell();
  means.renew();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(probe, wait * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, waits.longest);
}

/** Asks now. */
export const isThere = (): Promise<boolean> =>
  means.ask().then(
    () => true,
    () => false,
  );

/** Any answer calls `back`, whatever it says. */
const probe = () => means.ask().catch(() => lostAt !== undefined && later());

function tell() {
  for (const read of readers) read();
}

const follow = (read: () => void) => {
  readers.add(read);
  return () => readers.delete(read);
};

export const useLostSince = (): number | undefined => useSyncExternalStore(follow, () => lostAt);
