import Type, { type Static } from "typebox";
import {
  ByLanguage,
  CodeOf,
  closed,
  Day,
  Id,
  Instant,
  list,
  PublicText,
  set,
  TimeOfDay,
  TimeZone,
} from "#shared/contract/schemas.ts";
import { seats } from "../seats/contract.ts";

/** Of a programme: on one day, by the clocks of the place where its leg is. */
const Item = closed({
  day: Day(),
  startsAt: TimeOfDay(),
  endsAt: TimeOfDay(),
  title: ByLanguage(PublicText()),
  place: Type.Optional(PublicText()),
});

/** A stay in one city. */
const stay = {
  city: PublicText(),
  country: CodeOf("countries"),
  timeZone: TimeZone(),
  firstDay: Day(),
  lastDay: Day(),
};

const dates = {
  firstDay: Day(),
  lastDay: Day(),
  signUpOpensAt: Instant(),
  signUpClosesAt: Instant(),
};

const brief = {
  title: ByLanguage(PublicText()),
  from: CodeOf("countries"),
  ...dates,
  capacity: Type.Integer({ minimum: 1, maximum: 5_000 }),
  minimum: Type.Integer({ minimum: 0, maximum: 5_000 }),
  /** How many seats one company may have at most; none: as many as any entry may. */
  perCompany: Type.Optional(seats()),
  partners: set(Id(), 20),
  /** Nobody travels: its legs say with whom it meets, and by which clocks. */
  online: Type.Optional(Type.Boolean()),
};

/** What a list tells of a plan. */
export const briefPlan = { ...brief, legs: list(closed(stay), 10, 1) };

const lines = () => list(ByLanguage(PublicText()), 12);

export const plan = {
  ...brief,
  legs: list(closed({ ...stay, programme: list(Item, 60) }), 10, 1),
  /** What it is to bring about, a line each. */
  goals: lines(),
  /** Of the companies that it is for, a line each. */
  targetProfile: lines(),
};

export const Plan = closed(plan);
export type Plan = Static<typeof Plan>;
export type Leg = Plan["legs"][number];

type FirstPlan = Omit<Plan, "legs" | "goals" | "targetProfile"> & {
  legs: Pick<Leg, "city" | "country" | "timeZone">[];
};

/** The first version did not say what for, nor when a mission is where: any day of it may be one of a leg. */
export const withWhatFor = ({ legs, ...own }: FirstPlan): Plan => ({
  ...{ ...own, goals: [], targetProfile: [] },
  legs: legs.map((leg) => ({ ...leg, firstDay: own.firstDay, lastDay: own.lastDay, programme: [] })),
});
