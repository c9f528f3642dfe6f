import type { In } from "../app/api.ts";

export type Scope = In<"POST /account/tokens">["scope"][number];
export type Level = "read" | "write";

/** By service, the most that is there: who may change may read. */
export function levelsIn(scopes: readonly Scope[]): Record<string, Level> {
  const levels: Record<string, Level> = {};
  for (const scope of scopes) {
    const [service = "", level] = scope.split(".") as [string, Level];
    if (levels[service] !== "write") levels[service] = level;
  }
  return levels;
}

export const scopeOf = (service: string, level: Level) => `${service}.${level}` as Scope;
