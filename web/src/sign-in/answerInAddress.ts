import type { In } from "../app/api.ts";

type Answer = In<"POST /session/authentication-responses">;

const named = ["code", "error", "iss"] as const;

/** What a provider sent this browser back with, after the # of the address. */
export function answerInAddress(): Answer | undefined {
  const given = new URLSearchParams(location.hash.slice(1));
  const state = given.get("state");
  if (!state) return undefined;
  const more = named.flatMap((name) => {
    const value = given.get(name);
    return value ? [[name, value]] : [];
  });
  return { state, ...Object.fromEntries(more) };
}
