import { endOf } from "../planning/missions.ts";
import type { Plan } from "../planning/plan.ts";
import { mostSeats } from "../seats/contract.ts";
import type { CountRow } from "../seats/views/counts.ts";
import type { EntryRow } from "../seats/views/entries.ts";
import type { Reason } from "./contract.ts";

type Planned = Pick<Plan, "signUpOpensAt" | "signUpClosesAt" | "lastDay" | "capacity" | "perCompany">;

/** What is known of a mission and of one company. */
export type Facts = {
  now: Date;
  company: string;
  isCompany: boolean;
  mission: Planned & { cancelled: boolean };
  /** None while its seats are not offered. */
  counts: CountRow | undefined;
  /** What the company has there; `place`: of one that waits. */
  entry: (Pick<EntryRow, "state" | "seats"> & { place: number }) | undefined;
};

/** One question about the facts; none when it does not come up. Another one joins by standing in the list. */
type Question = (facts: Facts) => Reason | undefined;

const membership: Question = ({ company, isCompany }) =>
  isCompany ? informs("member", {}) : blocks("company-unknown", { company });

const signUp: Question = ({ mission, counts, now }) => {
  const { signUpOpensAt: opensAt, signUpClosesAt: closesAt, lastDay, cancelled } = mission;
  if (cancelled) return blocks("cancelled", {});
  if (!counts) return blocks("no-seats-offered", {});
  if (now < new Date(opensAt)) return blocks("not-open-yet", { opensAt });
  if (now.getTime() >= endOf(lastDay)) return blocks("over", { lastDay });
  if (now > new Date(closesAt)) return blocks("closed", { closedAt: closesAt });
  return informs("open", { closesAt });
};

const freeSeats: Question = ({ mission, counts }) => {
  if (mission.cancelled || !counts) return undefined;
  const free = Math.max(0, mission.capacity - counts.taken - counts.held);
  return free > 0 ? informs("free-seats", { free }) : informs("waiting-list", { waiting: counts.waiting });
};

const most: Question = ({ mission: { capacity, perCompany = capacity } }) =>
  informs("at-most", { seats: Math.min(mostSeats, capacity, perCompany) });

const earlierSignUp: Question = ({ entry, mission }) => {
  if (!entry || mission.cancelled) return undefined;
  const { state, seats, place } = entry;
  if (state === "withdrawn") return informs("withdrew", {});
  return state === "confirmed" ? blocks("has-seats", { seats }) : blocks("waits", { seats, place });
};

const questions: Question[] = [membership, signUp, earlierSignUp, freeSeats, most];

/** Whether a company can sign up for at least one seat, as a claim of that moment would be answered. */
export function verdictOn(facts: Facts): { can: boolean; reasons: Reason[] } {
  const reasons = questions.flatMap((question) => question(facts) ?? []);
  return { can: !reasons.some((reason) => reason.blocks), reasons };
}

type Code = Reason["code"];
type ParamsOf<C extends Code> = Extract<Reason, { code: C }>["params"];

const informs = <C extends Code>(code: C, params: ParamsOf<C>) => ({ code, blocks: false, params }) as Reason;
const blocks = <C extends Code>(code: C, params: ParamsOf<C>) => ({ code, blocks: true, params }) as Reason;
