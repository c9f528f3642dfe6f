import { inRole } from "#shared/access/principal.ts";
import { given } from "#shared/testing/given.ts";
import { change, withdraw } from "../seats/rules.ts";
import { confirmed, day, offered, waitlisted, withdrawn } from "../seats/seats.testing.ts";
import { type SeatEvent, seats } from "../seats/seats.ts";
import { delegate } from "./forgotten.ts";
import { answer, forget, name, remove } from "./rules.ts";

const company = "zandbank";
const kept = { keptUntil: "2027-02-05T00:00:00.000Z" };
const naming = (one: string) => ({ company, delegate: one, details: `details-${one}`, ...kept });
const named = (one: string, own: { instead?: string } = {}): SeatEvent => ({
  type: "DelegateNamed",
  data: { ...naming(one), ...own },
});
const removed = (one: string): SeatEvent => ({ type: "DelegateRemoved", data: { company, delegate: one } });
const answered = (answers: string, instead?: string): SeatEvent => ({
  type: "DelegateAnswered",
  data: { company, delegate: "ann", answers, ...(instead && { instead }) },
});

const two = [offered(2), confirmed(company, 2)];
const both = given(seats, ...two, named("ann"), named("bor"));
const after = { now: new Date("2026-12-02T09:00:00Z"), lastDay: "2027-01-06" };
const over = { now: new Date(day("2027-01-07")), lastDay: "2027-01-06" };
const office = { by: inRole("officer", "leen", "office") };

describe("who goes for a company", () => {
  it("C5: is named for each seat that it has, and for no more", () => {
    given(seats, ...two, named("ann"))
      .when(name, naming("bor"))
      .happens(named("bor"));
    both.when(name, naming("cas")).refused("missions.every-seat-named", { seats: 2 });
    given(seats, offered(1)).when(name, naming("ann")).refused("missions.no-seats-to-name-for");
    const waits = [offered(1), confirmed("kielzog"), waitlisted(company, 2)];
    given(seats, ...waits)
      .when(name, naming("ann"))
      .refused("missions.no-seats-to-name-for");
    given(seats).when(name, naming("ann")).refused("missions.no-seats-offered");
    given(seats).when(name, naming("ann"), { unknownMission: true }).refused("not-found");
  });

  it("C5: is swapped and taken off without losing the seat", () => {
    const swapped = { ...naming("cas"), instead: "ann" };
    both.when(name, swapped).happens(removed("ann"), named("cas", { instead: "ann" }));
    both.when(remove, { company, delegate: "ann" }).happens(removed("ann"));
    for (const one of ["cas", "ann-of-another"]) {
      both.when(name, { ...naming("dre"), instead: one }).refused("missions.no-such-delegate");
      both.when(remove, { company, delegate: one }).refused("missions.no-such-delegate");
    }
    both.when(remove, { company: "kielzog", delegate: "ann" }).refused("missions.no-such-delegate");
    const state = [...two, named("ann"), removed("ann")].reduce(seats.evolve, seats.initial);
    expect([state.confirmed.get(company), state.delegates.size]).toEqual([2, 0]);
  });

  it("C5: is named until sign-up closes, by the office until the mission is over, and taken off until then", () => {
    const one = given(seats, ...two, named("ann"));
    const closedAt = day("2026-12-01");
    one.when(name, naming("bor"), after).refused("missions.naming-closed", { closedAt });
    one
      .when(name, { ...naming("bor"), instead: "ann" }, after)
      .refused("missions.naming-closed", { closedAt });
    one.when(name, naming("bor"), { ...after, ...office }).happens(named("bor"));
    one.when(remove, { company, delegate: "ann" }, after).happens(removed("ann"));
    one.when(name, naming("bor"), { ...over, ...office }).refused("missions.over");
    one.when(remove, { company, delegate: "ann" }, over).refused("missions.over");
    const cancelled = given(seats, ...two, named("ann"), { type: "SeatsClosed", data: {} });
    cancelled.when(name, naming("bor")).refused("missions.cancelled");
    cancelled.when(remove, { company, delegate: "ann" }).refused("missions.cancelled");
  });

  it("C5: keeps their seat when the company gives some back, and goes with all of them", () => {
    both.when(change, { company, seats: 1 }).refused("missions.fewer-than-delegates", { delegates: 2 });
    const gone = [removed("ann"), removed("bor"), withdrawn(company, 2, "confirmed")];
    both.when(withdraw, { company }).happens(...gone);
  });
});

describe("a delegate", () => {
  it("C6: fills in their own data until the mission is over, and changes them, of which nothing is left then", () => {
    both.when(answer, { company, delegate: "ann", answers: "one" }, after).happens(answered("one"));
    const done = given(seats, ...two, named("ann"), answered("one"));
    done.when(answer, { company, delegate: "ann", answers: "two" }).happens(answered("two", "one"));
    done.when(answer, { company, delegate: "ann", answers: "two" }, over).refused("missions.over");
  });

  it("C6: fills in nothing any more once another goes in their place", () => {
    const swapped = given(seats, ...two, named("ann"), removed("ann"), named("bor", { instead: "ann" }));
    swapped.when(answer, { company, delegate: "ann", answers: "one" }).refused("not-found");
  });

  it("C6: is erased once, however often it is asked", () => {
    given(delegate).when(forget, {}).happens({ type: "DelegateErased", data: {} });
    given(delegate, { type: "DelegateErased", data: {} }).when(forget, {}).happens();
  });
});
