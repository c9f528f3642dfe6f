import Type from "typebox";
import { command, event, query } from "#shared/contract/contract.ts";
import { conflict, invalid } from "#shared/contract/refusals.ts";
import {
  ByLanguage,
  CodeOf,
  Cursor,
  closed,
  Day,
  Id,
  Instant,
  list,
  PublicText,
  set,
  TimeZone,
  Version,
  Words,
} from "#shared/contract/schemas.ts";

/** A stay in one city. */
export const Leg = () =>
  closed({
    city: PublicText(),
    country: CodeOf("countries"),
    timeZone: TimeZone(),
  });

const plan = {
  title: ByLanguage(PublicText()),
  from: CodeOf("countries"),
  legs: list(Leg(), 10, 1),
  firstDay: Day(),
  lastDay: Day(),
  capacity: Type.Integer({ minimum: 1, maximum: 5_000 }),
  minimum: Type.Integer({ minimum: 0, maximum: 5_000 }),
  signUpOpensAt: Instant(),
  signUpClosesAt: Instant(),
  partners: set(Id(), 20),
};

/** `planned`: seats are not offered yet; `open` and `closed` follow from the clock. */
export const MissionState = () => Words("planned", "open", "closed", "cancelled");

const Mission = closed({
  id: Id(),
  ...plan,
  state: MissionState(),
  taken: Type.Integer(),
  waiting: Type.Integer(),
  held: Type.Integer(),
  version: Version(),
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
    output: closed({ rows: list(Mission), next: Type.Optional(Cursor()), total: Type.Integer() }),
  }),
  mission: query({
    route: "GET /missions/:id",
    may: "anyone",
    sameForAll: ["missions", "partnerships"],
    input: closed({ id: Id() }),
    output: closed({
      ...Mission.properties,
      partnerNames: list(closed({ id: Id(), name: PublicText() })),
    }),
  }),
  missionTimeline: query({
    route: "GET /missions/:id/timeline",
    may: "read mission timelines",
    input: closed({ id: Id(), before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    output: closed({
      rows: list(
        closed({
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
        }),
        2_000,
      ),
      next: Type.Optional(Type.Integer()),
    }),
  }),
};

export const events = {
  MissionPlanned: event(1, closed(plan)),
  MissionCancelled: event(1, closed({})),
};
