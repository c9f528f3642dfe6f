import { useEffect, useState } from "react";

/** Ms until a moment by the server's clock, asked anew each second; `now`: what that clock said at `askedAt` of this one. */
export function useTimeLeft(endsAt: string, now: string, askedAt: number): number {
  const ahead = Date.parse(now) - askedAt;
  const left = () => Math.max(0, Date.parse(endsAt) - Date.now() - ahead);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return left();
}

/** Minutes and seconds: 19:05. */
export function asClock(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const minute = 60_000;

/** What is said aloud, once each: that five minutes are left, and that one is. */
export const toldAt = (left: number): "five" | "one" | undefined => {
  if (left <= 0 || left > 5 * minute) return undefined;
  return left > minute ? "five" : "one";
};
