import fc from "fast-check";
import { isRefusal } from "#shared/contract/refusals.ts";
import { name, remove } from "../delegates/rules.ts";
import { endOver, extend, hold } from "./holds/rules.ts";
import { move } from "./order/rules.ts";
import { change, claim, withdraw } from "./rules.ts";
import { offered } from "./seats.testing.ts";
import { evolve, free, initial, namedBy, type SeatEvent, type Seats } from "./seats.ts";

const company = fc.integer({ min: 1, max: 12 }).map((n) => `company-${n}`);
const place = fc.integer({ min: 1, max: 12 });
const person = fc.uuid();
const wish = { company, seats: fc.integer({ min: 1, max: 6 }), less: fc.integer({ min: 0, max: 5 }) };
const minutes = fc.integer({ min: 0, max: 8 });
const of = <K extends string, R extends object>(what: K, record: { [F in keyof R]: fc.Arbitrary<R[F]> }) =>
  fc.record({ do: fc.constant(what), minutes, ...record }) as fc.Arbitrary<{ do: K; minutes: number } & R>;
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: of("claim", { ...wish, held: fc.integer({ max: 5, min: 0 }).map((n) => n === 0) }),
  },
  { weight: 2, arbitrary: of("change", wish) },
  { weight: 2, arbitrary: of("hold", wish) },
  { weight: 1, arbitrary: of("extend", { company }) },
  { weight: 2, arbitrary: of("withdraw", { company }) },
  { weight: 1, arbitrary: of("end", {}) },
  { weight: 2, arbitrary: of("move", { nth: place, to: place }) },
  { weight: 4, arbitrary: of("name", { company, delegate: person }) },
  { weight: 2, arbitrary: of("swap", { company, nth: place, delegate: person }) },
  { weight: 1, arbitrary: of("take off", { company, nth: place }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Long ones: a list that somebody can be moved on or passed over takes a while to grow. */
const steps = fc.array(step, { minLength: 30, maxLength: 80 });
const limits = fc.record({
  capacity: fc.integer({ min: 1, max: 15 }),
  perCompany: fc.integer({ min: 2, max: 6 }),
});
const begins = Date.parse("2026-11-10T08:00:00Z");

function decide(state: Seats, one: Step, now: Date) {
  const around = { now, by: { kind: "nobody" as const }, newId: () => "", version: 0 };
  if (one.do === "end") return endOver(state, {}, around);
  if (one.do === "extend") return extend(state, one, around);
  if (one.do === "withdraw") return withdraw(state, one, around);
  if (one.do === "move") {
    const line = [...state.waiting.keys()];
    const [from, to] = [one.nth, one.to].map((n) => 1 + (n % Math.max(line.length, 1)));
    return move(state, { company: line[from! - 1] ?? "nobody", from: from!, to: to!, reason: "why" }, around);
  }
  if (one.do === "name") return name(state, naming(one), around);
  if (one.do === "swap" || one.do === "take off") {
    const named = namedBy(state, one.company);
    const { id = "nobody" } = named[one.nth % Math.max(named.length, 1)] ?? {};
    return one.do === "swap"
      ? name(state, { ...naming(one), instead: id }, around)
      : remove(state, { company: one.company, delegate: id }, around);
  }
  const asked = { ...one, least: Math.max(1, one.seats - one.less) };
  if (one.do === "claim") return claim(state, { ...asked, held: one.held }, around);
  return one.do === "hold" ? hold(state, asked, around) : change(state, asked, around);
}

const naming = ({ company, delegate }: { company: string; delegate: string }) => ({
  ...{ company, delegate, details: "details", keptUntil: "2027-02-01T00:00:00.000Z" },
});

/** What must hold after every step, whatever came before. */
function check(state: Seats, { capacity, perCompany }: { capacity: number; perCompany: number }) {
  const { taken, held, confirmed, waiting, holds, delegates } = state;
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, one) => all + one, 0);
  expect(sum(confirmed.values())).toBe(taken);
  expect(sum([...holds.values()].map(({ seats }) => seats))).toBe(held);
  expect(taken + held).toBeLessThanOrEqual(capacity);
  const all = [...confirmed.keys(), ...waiting.keys(), ...holds.keys()];
  expect(new Set(all).size).toBe(all.length);
  for (const seats of [...confirmed.values(), ...[...waiting.values()].map((asked) => asked.seats)])
    expect(seats).toBeLessThanOrEqual(perCompany);
  for (const { least } of waiting.values()) expect(least).toBeGreaterThan(free(state));
  for (const [company, named] of delegates)
    expect(named.length).toBeLessThanOrEqual(confirmed.get(company) ?? 0);
}

/** Who is left in the list stands as before; who came is last; only a move changes that, and puts one where it says. */
function checkOrder(before: Seats, after: Seats, events: SeatEvent[]) {
  const moved = new Set(events.flatMap(({ type, data }) => (type === "EntryMoved" ? data.company : [])));
  const stayed = (one: Seats, other: Seats) =>
    [...one.waiting.keys()].filter((name) => other.waiting.has(name) && !moved.has(name));
  expect(stayed(after, before)).toEqual(stayed(before, after));
  for (const { type, data } of events)
    if (type === "EntryMoved") expect([...after.waiting.keys()][data.to - 1]).toBe(data.company);
  const came = [...after.waiting.keys()].filter((name) => !before.waiting.has(name));
  expect([...after.waiting.keys()].slice(after.waiting.size - came.length)).toEqual(came);
}

/** Seats of the list go to the first that takes what is left: of who stays, nobody ahead would have taken it. */
function checkServed(before: Seats, events: SeatEvent[]) {
  let state = before;
  for (const event of events) {
    if (event.type === "SeatsConfirmed" && event.data.fromList) {
      const line = [...state.waiting];
      const at = line.findIndex(([name]) => name === event.data.company);
      expect(event.data.passed).toBeLessThanOrEqual(at);
      for (const [, { least }] of line.slice(0, at)) expect(least).toBeGreaterThan(event.data.free);
      const [, { seats, least }] = line[at]!;
      expect(event.data.free).toBe(free(state));
      expect(event.data.seats).toBe(Math.min(seats, free(state)));
      expect(event.data.seats).toBeGreaterThanOrEqual(least);
    }
    state = evolve(state, event);
  }
}

it("C11: the list stays right through sign-up, hold, change, withdrawal, moves and delegates, as the clock goes on", () => {
  fc.assert(
    fc.property(limits, steps, ({ capacity, perCompany }, steps) => {
      let state = evolve(initial, offered(capacity, { perCompany }));
      let now = begins;
      for (const one of steps) {
        now += one.minutes * 60_000;
        const outcome = decide(state, one, new Date(now));
        if (isRefusal(outcome)) continue;
        const after = outcome.reduce(evolve, state);
        check(after, { capacity, perCompany });
        checkOrder(state, after, outcome);
        checkServed(state, outcome);
        state = after;
      }
    }),
    { numRuns: 300 },
  );
});
