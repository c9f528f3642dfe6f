import fc from "fast-check";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { Rows, View } from "#shared/views/view.ts";
import { planOf } from "../missions.testing.ts";
import { claim, withdraw } from "../seats/rules.ts";
import { evolve, initial, type SeatEvent } from "../seats/seats.ts";
import { type CountRow, countRows } from "../seats/views/counts.ts";
import { type EntryRow, entryRows } from "../seats/views/entries.ts";
import { type Facts, verdictOn } from "./reasons.ts";

const open = new Date("2026-11-23T09:00:00Z");
const counts = { taken: 4, waiting: 0, held: 0 };

const factsOf = (own: Partial<Facts> = {}): Facts => ({
  ...{ now: open, company: "zandbank", isCompany: true },
  mission: { ...planOf({ capacity: 6 }), cancelled: false },
  ...{ counts, entry: undefined },
  ...own,
});

const cancelled = { ...planOf({ capacity: 6 }), cancelled: true };

describe("C1: a company is told whether it can sign up, and why", () => {
  it("can, with until when, what is free and how much it may ask for", () => {
    expect(verdictOn(factsOf())).toEqual({
      can: true,
      reasons: [
        { code: "member", blocks: false, params: {} },
        { code: "open", blocks: false, params: { closesAt: "2026-12-15T16:00:00.000Z" } },
        { code: "free-seats", blocks: false, params: { free: 2 } },
        { code: "at-most", blocks: false, params: { seats: 6 } },
      ],
    });
  });

  const can: [string, Partial<Facts>, object][] = [
    [
      "every seat is taken: it will wait",
      { counts: { taken: 6, waiting: 3, held: 0 } },
      { code: "waiting-list", params: { waiting: 3 } },
    ],
    [
      "it withdrew before",
      { entry: { state: "withdrawn", seats: 2, place: 0 } },
      { code: "withdrew", params: {} },
    ],
  ];
  it.each(can)("can when %s", (_when, own, reason) => {
    const verdict = verdictOn(factsOf(own));
    expect(verdict.can).toBe(true);
    expect(verdict.reasons).toContainEqual({ ...reason, blocks: false });
  });

  const cannot: [string, Partial<Facts>, object][] = [
    ["it is no member", { isCompany: false }, { code: "company-unknown", params: { company: "zandbank" } }],
    ["no seats are offered yet", { counts: undefined }, { code: "no-seats-offered", params: {} }],
    [
      "sign-up has not opened",
      { now: new Date("2026-10-31") },
      { code: "not-open-yet", params: { opensAt: "2026-11-01T08:00:00.000Z" } },
    ],
    [
      "sign-up has closed",
      { now: new Date("2026-12-16") },
      { code: "closed", params: { closedAt: "2026-12-15T16:00:00.000Z" } },
    ],
    [
      "the mission is over",
      { now: new Date("2027-01-07T00:00:00Z") },
      { code: "over", params: { lastDay: "2027-01-06" } },
    ],
    ["the mission is cancelled", { mission: cancelled }, { code: "cancelled", params: {} }],
    [
      "it has seats",
      { entry: { state: "confirmed", seats: 2, place: 0 } },
      { code: "has-seats", params: { seats: 2 } },
    ],
    [
      "it waits",
      { entry: { state: "waiting", seats: 3, place: 2 } },
      { code: "waits", params: { seats: 3, place: 2 } },
    ],
  ];
  it.each(cannot)("cannot when %s", (_when, own, reason) => {
    const { can, reasons } = verdictOn(factsOf(own));
    expect([can, reasons.filter(({ blocks }) => blocks)]).toEqual([false, [{ ...reason, blocks: true }]]);
  });

  it("says nothing of seats where there are none to have, nor of sign-ups that were cancelled", () => {
    const entry = { state: "confirmed" as const, seats: 2, place: 0 };
    for (const own of [{ mission: cancelled, entry }, { counts: undefined }]) {
      const codes = verdictOn(factsOf(own)).reasons.map(({ code }) => code);
      expect(codes).not.toContain("free-seats");
      expect(codes).not.toContain("has-seats");
    }
  });
});

/** What a claim is refused with, and as what a verdict gives it. */
const said: Record<string, string[]> = {
  "missions.cancelled": ["cancelled"],
  "missions.no-seats-offered": ["no-seats-offered"],
  "missions.company-unknown": ["company-unknown"],
  "missions.not-open-yet": ["not-open-yet"],
  "missions.closed": ["closed", "over"],
  "missions.already-signed-up": ["has-seats", "waits"],
};

it("C1: a verdict is what a claim of that moment then comes to, whatever has happened before", async () => {
  const company = fc.constantFrom("zandbank", "kielzog", "duinpoort", "bruinvis");
  const seats = fc.integer({ min: 1, max: 5 });
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant("claim" as const), company, seats }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), company }) },
  );
  const moments = ["2026-11-01T07:59:59.999Z", "2026-11-01T08:00:00Z", "2026-11-23T09:00:00Z"].concat([
    "2026-12-15T16:00:00.000Z",
    "2026-12-15T16:00:00.001Z",
    "2027-01-07T00:00:00Z",
  ]);
  const circumstances = fc.record({
    ...{ capacity: fc.integer({ min: 1, max: 8 }), steps: fc.array(step, { maxLength: 25 }), company },
    now: fc.oneof({ weight: 3, arbitrary: fc.constant(moments[2]!) }, fc.constantFrom(...moments)),
    offered: fc.boolean().map((no) => !no || undefined),
    cancelled: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    isCompany: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  });
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(circumstances, async ({ capacity, steps, company, now: at, ...given }) => {
      const plan = planOf({ capacity });
      const mission = { ...plan, cancelled: given.cancelled };
      const events: SeatEvent[] = given.offered
        ? [
            {
              type: "SeatsOffered",
              data: { capacity, opensAt: plan.signUpOpensAt, closesAt: plan.signUpClosesAt },
            },
          ]
        : [];
      let state = events.reduce(evolve, initial);
      const around = { by: { kind: "nobody" as const }, newId: () => "", version: 0 };
      const take = (more: SeatEvent[]) => {
        events.push(...more);
        state = more.reduce(evolve, state);
      };
      for (const one of steps) {
        const outcome =
          one.do === "claim"
            ? claim(state, one, { ...around, now: open })
            : withdraw(state, one, { ...around, now: open });
        if (!isRefusal(outcome)) take(outcome);
      }
      if (given.cancelled && given.offered) take([{ type: "SeatsClosed", data: {} }]);

      const now = new Date(at);
      const { can, reasons } = verdictOn({
        ...{ now, company, isCompany: given.isCompany, mission },
        ...(await rowsAfter(events, company)),
      });
      for (let asked = 1; asked <= capacity + 1; asked++) {
        const facts = { ...around, now, unknownCompany: !given.isCompany };
        const outcome = claim(state, { company, seats: asked }, facts);
        const paramsOf = (code: string) =>
          reasons.find((reason) => reason.code === code)?.params as Record<string, number> | undefined;
        if (!isRefusal(outcome)) {
          outcomes.add(outcome[0]!.type);
          expect(can).toBe(true);
          expect(asked).toBeLessThanOrEqual(paramsOf("at-most")!.seats!);
          const fits = asked <= (paramsOf("free-seats")?.free ?? 0);
          expect(outcome.map(({ type }) => type)).toEqual([fits ? "SeatsConfirmed" : "SeatsWaitlisted"]);
        } else if (outcome.refused === "missions.more-than-capacity") {
          expect([can, asked > paramsOf("at-most")!.seats!]).toEqual([true, true]);
        } else {
          outcomes.add(outcome.refused);
          expect(can).toBe(false);
          const blocking = reasons.filter(({ blocks }) => blocks).map(({ code }) => code as string);
          // Of a mission that is cancelled before its seats are offered the plan knows first.
          const codes = [...said[outcome.refused]!, ...(given.offered ? [] : ["cancelled"])];
          expect(blocking.some((code) => codes.includes(code))).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect([...outcomes].sort()).toEqual([...Object.keys(said), "SeatsConfirmed", "SeatsWaitlisted"].sort());
});

/** What the views make of these events. */
async function rowsAfter(events: SeatEvent[], company: string): Promise<Pick<Facts, "counts" | "entry">> {
  const counts = await fold<CountRow>(countRows, events);
  const entries = await fold<EntryRow>(entryRows, events);
  const own = entries.get(`ceara/${company}`);
  const before = [...entries.values()].filter(
    ({ state, order }) => state === "waiting" && own && order < own.order,
  );
  return { counts: counts.get("ceara"), entry: own && { ...own, place: before.length + 1 } };
}

async function fold<R>(view: View<R>, events: SeatEvent[]): Promise<Map<string, R>> {
  const kept = new Map<string, R>();
  const rows: Rows<R> = {
    get: async (id) => kept.get(id),
    put: (id, row) => void kept.set(id, row),
    remove: (id) => void kept.delete(id),
  };
  for (const [n, event] of events.entries())
    await view.on[event.type]?.(
      { ...event, id: `${n + 1}.0`, stream: "seats/ceara", position: n + 1, at: open },
      rows,
    );
  return kept;
}
