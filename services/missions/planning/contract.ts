import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import {
  Cursor,
  closed,
  Day,
  Id,
  Instant,
  list,
  PublicText,
  Version,
  Words,
} from "#shared/contract/schemas.ts";
import { briefPlan, Plan, plan, withWhatFor } from "./plan.ts";

/** `planned`: seats are not offered yet; `open` and `closed` follow from the clock. */
export const MissionState = () => Words("planned", "open", "closed", "cancelled");

const standing = {
  id: Id(),
  state: MissionState(),
  taken: Type.Integer(),
  waiting: Type.Integer(),
  held: Type.Integer(),
  version: Version(),
};

/** Of one event: who did what and when, and about which company. */
export const Told = closed({
  id: Type.String(),
  event: Type.String(),
  at: Instant(),
  who: Type.String(),
  /** Whoever did it has no name any more. */
  erased: Type.Optional(Type.Boolean()),
  company: Type.Optional(Type.String()),
  seats: Type.Optional(Type.Integer()),
  /** These seats came from the waiting list, when someone else gave theirs back. */
  fromList: Type.Optional(Type.Boolean()),
});

export const actions = {
  planMission: command({
    route: "POST /missions",
    may: "plan missions",
    input: closed({ id: Id(), ...plan }),
    output: closed({ mission: Id() }),
    refusals: {
      "missions.mission-exists": conflict(),
      "missions.dates-out-of-order": invalid(),
      "missions.leg-outside-mission": invalid({ city: PublicText() }),
      "missions.legs-out-of-order": invalid({ city: PublicText() }),
      "missions.item-outside-leg": invalid({ city: PublicText(), day: Day() }),
      "missions.item-ends-before-it-starts": invalid({ city: PublicText(), day: Day() }),
      "missions.minimum-above-capacity": invalid(),
      "missions.partner-unknown": invalid({ partner: Id() }),
    },
  }),
  cancelMission: command({
    route: "POST /missions/:id/cancellation",
    may: "plan missions",
    edits: true,
    input: closed({ id: Id(), version: Version() }),
    output: closed({ state: MissionState() }),
    refusals: { "missions.already-cancelled": conflict() },
  }),
  missions: query({
    route: "GET /missions",
    may: "anyone",
    sameForAll: ["missions", "partnerships"],
    input: closed({
      after: Type.Optional(Cursor()),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
    }),
    /** Without goals and programmes: those are read one at a time. */
    output: closed({
      rows: list(closed({ ...briefPlan, ...standing })),
      next: Type.Optional(Cursor()),
      total: Type.Integer(),
    }),
  }),
  mission: query({
    route: "GET /missions/:id",
    may: "anyone",
    sameForAll: ["missions", "partnerships"],
    input: closed({ id: Id() }),
    output: closed({
      ...plan,
      ...standing,
      partnerNames: list(closed({ id: Id(), name: PublicText() })),
    }),
  }),
  missionTimeline: query({
    route: "GET /missions/:id/timeline",
    may: "read mission timelines",
    input: closed({ id: Id(), before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    output: closed({
      rows: list(Told, 2_000),
      next: Type.Optional(Type.Integer()),
    }),
  }),
};

export const events = {
  /** The second version knew no limit for a company, the third none that is online. */
  MissionPlanned: event(4, Plan, { 1: withWhatFor, 2: (data) => data, 3: (data) => data }),
  MissionCancelled: event(1, closed({})),
};
