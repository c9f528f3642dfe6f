/**
 * Who is calling. Built by the gateway from the session, never from what a client says.
 * `link`: someone without an account who holds the link to one registration.
 * `seat-link`: who holds the link of a letter about the seats that one company has on one mission.
 * `delegate-link`: who holds the link by which one delegate of a company fills in their own data.
 * `section-link`: who holds the link by which a colleague fills in one section of a registration.
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
      /** Not they themselves but a program, by an API token of theirs: which, and what it is for. */
      token?: { id: string; scope: Scope[] };
    }
  | { kind: "link"; registration: string }
  | { kind: "seat-link"; link: string; company: string }
  | { kind: "delegate-link"; delegate: string; company: string }
  | { kind: "section-link"; link: string; registration: string }
  | { kind: "system"; system: string }
  | { kind: "nobody" };

/** What a token is for: to read from a service, or to read and change. */
export type Scope = `${string}.${"read" | "write"}`;

export type Role = "officer" | "fund-manager" | "auditor" | "admin" | "member" | "partner";

const staffRoles: readonly Role[] = ["officer", "fund-manager", "auditor", "admin"];

export const isStaffRole = (role: string): boolean => (staffRoles as readonly string[]).includes(role);

/** Those who decide for others or see what is theirs: they sign in with a second factor. */
export const isStaff = (roles: Role[]): boolean => roles.some(isStaffRole);

const ids = {
  person: ["person", "organisation"],
  link: ["registration"],
  "seat-link": ["link", "company"],
  "delegate-link": ["delegate", "company"],
  "section-link": ["link", "registration"],
  system: ["system"],
  nobody: [],
} as const;

/** Whether what came with a call is a principal at all. Who may call is not for this to say: that is for NATS's own users. */
export function isPrincipal(who: unknown): who is Principal {
  if (typeof who !== "object" || who === null || !Object.hasOwn(who, "kind")) return false;
  const given = who as Record<string, unknown>;
  const kind = given.kind as Principal["kind"];
  if (typeof kind !== "string" || !Object.hasOwn(ids, kind)) return false;
  return (
    ids[kind].every((id) => Object.hasOwn(given, id) && typeof given[id] === "string") &&
    (kind !== "person" ||
      (Array.isArray(given.roles) && isMoment(given.secondFactorAt) && isToken(given.token)))
  );
}

const isMoment = (ms: unknown) => ms === undefined || typeof ms === "number";

/** One whose scope could not be read would be taken for a session, which may more. */
const isToken = (token: any) =>
  token === undefined || (typeof token?.id === "string" && Array.isArray(token.scope));

export const nobody: Principal = { kind: "nobody" };

/** Whether this session has seen a second factor: without one nobody is staff in it. With one a token was made, if it is staff's. */
export const hasProven = (who: Principal): boolean =>
  who.kind === "person" && (who.secondFactorAt !== undefined || who.token !== undefined);

/** Somebody in one role who has given a second factor at `secondFactorAt`: for what is done in a person's name without a session. */
export const inRole = (
  role: Role,
  person: string,
  organisation: string,
  secondFactorAt = Date.now(),
): Principal => ({ kind: "person", person, organisation, roles: [role], secondFactorAt });

/** How the log names the one who did it: ids only. */
export type Actor = {
  person?: string;
  organisation?: string;
  /** By which of their tokens, if it was by one. */
  token?: string;
  registration?: string;
  link?: string;
  delegate?: string;
  system?: string;
};

export function actorOf(who: Principal): Actor {
  switch (who.kind) {
    case "person":
      return {
        ...{ person: who.person, organisation: who.organisation },
        ...(who.token && { token: who.token.id }),
      };
    case "link":
      return { registration: who.registration };
    case "seat-link":
      return { organisation: who.company, link: who.link };
    case "delegate-link":
      return { organisation: who.company, delegate: who.delegate };
    case "section-link":
      return { registration: who.registration, link: who.link };
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
    case "link":
      return `registration/${who.registration}`;
    case "seat-link":
      return `seat-link/${who.link}`;
    case "delegate-link":
      return `delegate-link/${who.delegate}`;
    case "section-link":
      return `section-link/${who.link}`;
    case "system":
      return `system/${who.system}`;
    case "nobody":
      return "nobody";
    default:
      return who satisfies never;
  }
}
