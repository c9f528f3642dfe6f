import type { PersonCalling } from "../contract/call.ts";
import type { Kernel } from "../kernel.ts";
import { hasProven, isStaff, isStaffRole, type Principal, type Role, type Scope } from "./principal.ts";

/**
 * Whom a policy tells apart. `person`: whoever is signed in; `link`: who holds the link of a registration; `seat-link`: who
 * holds that of a letter about a company's seats; `delegate-link`: who holds that of a delegate; `section-link`: who holds that of one section of a registration.
 */
export type Party =
  | Role
  | "person"
  | "link"
  | "seat-link"
  | "delegate-link"
  | "section-link"
  | "system"
  | "anyone";

type Circumstances = Pick<Kernel, "clock" | "config">;

/** How a caller stands to what an input is about. */
export type Relation = {
  /** As docs/access.md has it. */
  named: string;
  /** The field of the input by which it is told; none: by no field. */
  field?: string;
  /** What that field says of what is theirs. */
  own?(who: Principal): string | undefined;
  holds(who: Principal, value: any, at: Circumstances): boolean;
};

export const any: Relation = { named: "any", holds: () => true };

export const own = (named: string, field: string, of: (who: Principal) => string | undefined): Relation => ({
  named,
  field,
  own: of,
  holds: (who, value) => value !== undefined && value === of(who),
});

/** Of what is to be fresh: all others have no second factor. */
export const ofStaff: Relation = {
  named: "staff",
  holds: (who) => who.kind === "person" && isStaff(who.roles),
};

/** Who may do something with what. Nobody else may. */
export type Policy = {
  /** Whoever is of a party, but not so related, is answered as if the record did not exist. */
  may: Partial<Record<Party, Relation>>;
  /** So is everybody else. Without it they are told who may. */
  hides?: true;
  /** Of what a person has to have given a second factor in the last ten minutes. */
  fresh?: Relation;
  /** Only of who is there themselves: a token does not do it for them, as it does nothing that has to be fresh. */
  inPerson?: true;
};

/** By the sentence that says what it is that one may. */
export type Policies = Record<string, Policy>;

/** Those of every service. */
export const common: Policies = {
  anyone: { may: { anyone: any } },
  "say what is held": { may: { system: any } },
};

/** Of an action: who may, and what a token has to be for. */
export type Asked = { policy: Policy; scope: Scope };

/** What is refused with, or `yes`. */
export type Verdict =
  | "yes"
  | "unauthenticated"
  | "not-allowed"
  | "not-found"
  | "second-factor-needed"
  | "step-up-required"
  | "not-by-token"
  | "outside-scope";

export const freshMs = 10 * 60_000;

/** Asked at every call, so it makes nothing that memory would have to be cleared of. */
export function verdictOf({ policy, scope }: Asked, who: Principal, input: any, at: Circumstances): Verdict {
  let unrelated = false;
  let unproven = false;
  for (const party in policy.may) {
    if (!isOf(who, party as Party)) continue;
    const related = isRelated(policy.may[party as Party]!, who, input, at);
    if (isStaffRole(party) && !hasProven(who)) unproven ||= related;
    else if (!related) unrelated = true;
    // What is everyone's needs no scope.
    else if (party !== "anyone" && isByToken(who)) return byToken(policy, scope, who, input, at);
    else return isFreshEnough(policy, who, input, at) ? "yes" : "step-up-required";
  }
  if (unproven) return "second-factor-needed";
  if (unrelated || policy.hides) return "not-found";
  return who.kind === "nobody" ? "unauthenticated" : "not-allowed";
}

type ByToken = PersonCalling & { token: NonNullable<PersonCalling["token"]> };

const isByToken = (who: Principal): who is ByToken => who.kind === "person" && who.token !== undefined;

/** Of what they may themselves. */
function byToken(policy: Policy, scope: Scope, who: ByToken, input: any, at: Circumstances): Verdict {
  if (policy.inPerson || (policy.fresh && isRelated(policy.fresh, who, input, at))) return "not-by-token";
  return isFor(who.token.scope, scope) ? "yes" : "outside-scope";
}

/** Who may change may read. */
const isFor = (scope: Scope[], needed: Scope): boolean =>
  scope.includes(needed) || scope.includes(needed.replace(/read$/, "write") as Scope);

export function isOf(who: Principal, party: Party): boolean {
  switch (party) {
    case "anyone":
      return true;
    case "person":
    case "system":
    case "link":
    case "seat-link":
    case "delegate-link":
    case "section-link":
      return who.kind === party;
    default:
      return who.kind === "person" && who.roles.includes(party);
  }
}

const isRelated = ({ field, holds }: Relation, who: Principal, input: any, at: Circumstances): boolean =>
  holds(who, field && input[field], at);

const isFreshEnough = ({ fresh }: Policy, who: Principal, input: any, at: Circumstances): boolean =>
  !fresh || who.kind !== "person" || !isRelated(fresh, who, input, at) || isFresh(who, at.clock.now());

/** What was proved longer ago does not count for what matters. */
export const isFresh = ({ secondFactorAt }: PersonCalling, now: Date): boolean =>
  secondFactorAt !== undefined && now.getTime() - secondFactorAt < freshMs;

/** What an input says that is about what is theirs. */
export const ownIn = ({ may }: Policy, who: Principal): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.values(may).flatMap(({ field, own: of }) => (field && of ? [[field, of(who)]] : [])),
  );

/** By which a refusal names its policy, and by which its text is found. */
export const ruleOf = (sentence: string): string => sentence.replaceAll(" ", "-");

export const partiesOf = ({ may }: Policy): Party[] => Object.keys(may) as Party[];
