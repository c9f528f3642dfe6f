import { missions as contract } from "#services/missions/missions.contract.ts";
import type { Calendar } from "./calendar.ts";
import plansFile from "./data/mission-plans.json" with { type: "json" };
import missionsFile from "./data/missions.json" with { type: "json" };
import { type Desk, officer } from "./desk.ts";
import { memberOn } from "./members.ts";
import type { Registrations } from "./registrations.ts";
import type { Entry } from "./timetable.ts";

const { actions } = contract;
const planner = officer("bram-dewitte");

type Mission = (typeof missionsFile.missions)[number];

type Item = { day: number; startsAt: string; endsAt: string; title: Record<string, string>; place?: string };
type Lines = Record<string, string>[];
type Told = { goals: Lines; targetProfile: Lines; programmes: Item[][] };
const plans: Record<string, Told> = plansFile.plans;

/** The last command of the whole set plans this one. */
export const lastMission = "northern-cape-ports";

const hours = { planned: 9, opens: 12, claims: 13, moves: 15, cancelled: 16, closes: 17, withdrawals: 17 };

/** Planned the day its sign-up opens, then claims, withdrawals and perhaps its end. */
export const missionEntries = (desk: Desk, calendar: Calendar, registrations: Registrations): Entry[] =>
  missionsFile.missions.flatMap((mission) => {
    const { id, claims, withdrawals, moves = [] } = mission;
    const lane = id;
    let version = 0;
    const plan = async () => {
      const input = planOf(mission, calendar, registrations);
      version = (await desk.send(planner, actions.planMission, input, `missions/${id}/planned`)).position;
    };
    const cancel = async () => {
      await desk.send(planner, actions.cancelMission, { id, version }, `missions/${id}/cancelled`);
    };
    return [
      { day: mission.signUp?.opens ?? 0, hour: hours.planned, lane, reads: true as const, run: plan },
      ...claims.map(({ day, member, seats, ...own }) => ({
        ...{ day, hour: hours.claims, lane },
        run: () => claim(desk, id, member, { seats, ...own }, day),
      })),
      ...moves.map(({ day, ...own }) => ({
        ...{ day, hour: hours.moves, lane },
        run: () => move(desk, id, own),
      })),
      ...withdrawals.map(({ day, member }) => ({
        ...{ day, hour: hours.withdrawals, lane },
        run: () => withdraw(desk, id, member, day),
      })),
      ...(mission.cancelled === undefined
        ? []
        : [{ day: mission.cancelled, hour: hours.cancelled, lane, run: cancel }]),
    ];
  });

function planOf(mission: Mission, calendar: Calendar, registrations: Registrations) {
  const { opens, closes } = signUpOf(mission);
  const { programmes, ...told } = plans[mission.id]!;
  return {
    ...told,
    id: mission.id,
    title: mission.title,
    from: "BE",
    legs: mission.legs.map(({ city, country, timeZone, start, days }, n) => ({
      ...{ city, country, timeZone },
      ...{ firstDay: calendar.date(start), lastDay: calendar.date(start + days - 1) },
      programme: programmes[n]!.map(({ day, ...item }) => ({ day: calendar.date(start + day), ...item })),
    })),
    firstDay: calendar.date(mission.start),
    lastDay: calendar.date(mission.start + mission.days - 1),
    capacity: mission.capacity,
    minimum: mission.minimum,
    perCompany: mission.perCompany,
    ...(mission.online && { online: true }),
    signUpOpensAt: calendar.moment(opens, hours.opens).toISOString(),
    signUpClosesAt: calendar.moment(closes, hours.closes).toISOString(),
    partners: mission.partners.map((partner) => registrations.get(partner)!.id),
  };
}

/**
 * When companies can take seats. Where they are chosen first, the days in the data are those of the applications, and
 * the chosen have the fortnight before the recruitment deadline. A mission without days yet gets half a year before its
 * start until a month before it.
 */
function signUpOf({ start, signUp, selection, recruitmentDeadline }: Mission) {
  if (!signUp) return { opens: start - 180, closes: start - 30 };
  if (selection && recruitmentDeadline)
    return { opens: recruitmentDeadline - 14, closes: recruitmentDeadline };
  return signUp;
}

/** A member signs up its own company; before it had an account, an officer did. */
const actingFor = (member: string, day: number) => memberOn(day, member) ?? planner;

type Wish = { seats: number; least?: number };

async function claim(desk: Desk, mission: string, company: string, wish: Wish, day: number) {
  const key = `missions/${mission}/${company}/claimed`;
  await desk.send(actingFor(company, day), actions.claim, { mission, company, ...wish }, key);
}

async function withdraw(desk: Desk, mission: string, company: string, day: number) {
  const key = `missions/${mission}/${company}/withdrawn`;
  await desk.send(actingFor(company, day), actions.withdraw, { mission, company }, key);
}

type Move = { member: string; from: number; to: number; reason: string };

async function move(desk: Desk, mission: string, { member: company, ...own }: Move) {
  const key = `missions/${mission}/${company}/moved`;
  await desk.send(planner, actions.moveEntry, { mission, company, ...own }, key);
}
