/**
 * Who is calling. Built by the gateway from the session, never from what a client says.
 * `draft`: someone without an account who holds the link to one registration.
 * `system`: a reaction or an alarm of our own.
 */
export type Principal =
  | {
      kind: "person";
      person: string;
      organisation: string;
      roles: Role[];
      /** Wall-clock ms at which they last gave a second factor in this session; none: not at all. */
      secondFactorAt?: number;
      /** By which they know this session among theirs; it opens nothing. */
      session?: string;
    }
  | { kind: "draft"; draft: string }
  | { kind: "system"; system: string }
  | { kind: "nobody" };

export type Role = "officer" | "fund-manager" | "auditor" | "admin" | "member" | "partner";

const staffRoles: readonly Role[] = ["officer", "fund-manager", "auditor", "admin"];

/** Those who decide for others or see what is theirs: they sign in with a second factor. */
export const isStaff = (roles: Role[]): boolean => roles.some((role) => staffRoles.includes(role));

const ids = { person: ["person", "organisation"], draft: ["draft"], system: ["system"], nobody: [] } as const;

/** Whether what came with a call is a principal at all. Who may call is not for this to say: that is for NATS's own users. */
export function isPrincipal(who: unknown): who is Principal {
  if (typeof who !== "object" || who === null || !Object.hasOwn(who, "kind")) return false;
  const given = who as Record<string, unknown>;
  const kind = given.kind as Principal["kind"];
  if (typeof kind !== "string" || !Object.hasOwn(ids, kind)) return false;
  return (
    ids[kind].every((id) => Object.hasOwn(given, id) && typeof given[id] === "string") &&
    (kind !== "person" || Array.isArray(given.roles))
  );
}

export const nobody: Principal = { kind: "nobody" };

export const hasRole = (who: Principal, ...roles: Role[]): boolean =>
  who.kind === "person" && roles.some((role) => who.roles.includes(role));

/** How the log names the one who did it: ids only. */
export type Actor = { person?: string; organisation?: string; draft?: string; system?: string };

export function actorOf(who: Principal): Actor {
  switch (who.kind) {
    case "person":
      return { person: who.person, organisation: who.organisation };
    case "draft":
      return { draft: who.draft };
    case "system":
      return { system: who.system };
    case "nobody":
      return {};
    default:
      return who satisfies never;
  }
}

/** The part of an idempotency key that keeps one caller's keys apart from another's. */
export function keyspaceOf(who: Principal): string {
  switch (who.kind) {
    case "person":
      return `person/${who.person}`;
    case "draft":
      return `draft/${who.draft}`;
    case "system":
      return `system/${who.system}`;
    case "nobody":
      return "nobody";
    default:
      return who satisfies never;
  }
}
