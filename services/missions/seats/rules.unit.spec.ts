import fc from "fast-check";
import { isRefusal } from "#shared/contract/refusals.ts";
import { given } from "#shared/testing/given.ts";
import { claim, offer, withdraw } from "./rules.ts";
import { evolve, free, initial, type SeatEvent, seats } from "./seats.ts";

const day = (date: string) => `${date}T08:00:00.000Z`;
const offered = (capacity: number): SeatEvent => ({
  type: "SeatsOffered",
  data: { capacity, opensAt: day("2026-11-01"), closesAt: day("2026-12-01") },
});
const confirmed = (company: string, count = 1): SeatEvent => ({
  type: "SeatsConfirmed",
  data: { company, seats: count, fromList: false },
});
const waitlisted = (company: string, count = 1): SeatEvent => ({
  type: "SeatsWaitlisted",
  data: { company, seats: count },
});

describe("claim", () => {
  it("confirms what fits", () => {
    given(seats, offered(3)).when(claim, { company: "zandbank", seats: 2 }).happens(confirmed("zandbank", 2));
  });

  it("puts on the list what does not fit", () => {
    given(seats, offered(3), confirmed("zandbank", 2))
      .when(claim, { company: "kielzog", seats: 2 })
      .happens(waitlisted("kielzog", 2));
  });

  it("confirms a small group past a large one that waits for more than is free", () => {
    given(seats, offered(3), confirmed("zandbank", 2), waitlisted("kielzog", 2))
      .when(claim, { company: "duinpoort", seats: 1 })
      .happens(confirmed("duinpoort", 1));
  });

  it("is one a company", () => {
    given(seats, offered(3), confirmed("zandbank"))
      .when(claim, { company: "zandbank", seats: 1 })
      .refused("missions.already-signed-up", { state: "confirmed" });
  });

  it("may come again after a withdrawal", () => {
    const withdrawn: SeatEvent = {
      type: "SeatsWithdrawn",
      data: { company: "zandbank", seats: 1, was: "confirmed" },
    };
    given(seats, offered(1), confirmed("zandbank"), withdrawn)
      .when(claim, { company: "zandbank", seats: 1 })
      .happens(confirmed("zandbank"));
  });

  it("is refused before the opening and after the closing, with the moment", () => {
    const early = { now: new Date("2026-10-31") };
    const late = { now: new Date("2026-12-02") };
    const command = { company: "zandbank", seats: 1 };
    given(seats, offered(1))
      .when(claim, command, early)
      .refused("missions.not-open-yet", { opensAt: day("2026-11-01") });
    given(seats, offered(1))
      .when(claim, command, late)
      .refused("missions.closed", { closedAt: day("2026-12-01") });
  });

  it("is accepted at the very moment of closing", () => {
    const now = new Date(day("2026-12-01"));
    given(seats, offered(1))
      .when(claim, { company: "zandbank", seats: 1 }, { now })
      .happens(confirmed("zandbank"));
  });

  it("cannot ask for more than there will ever be", () => {
    given(seats, offered(2))
      .when(claim, { company: "zandbank", seats: 3 })
      .refused("missions.more-than-capacity", { capacity: 2 });
  });

  it("needs seats on offer, and a mission that goes on", () => {
    given(seats).when(claim, { company: "zandbank", seats: 1 }).refused("missions.no-seats-offered");
    given(seats, offered(1), { type: "SeatsClosed", data: {} })
      .when(claim, { company: "zandbank", seats: 1 })
      .refused("missions.cancelled");
  });
});

describe("withdraw", () => {
  it("gives the seats to the next in line, in order, as far as they fit", () => {
    given(
      seats,
      offered(2),
      confirmed("zandbank", 2),
      waitlisted("kielzog", 3),
      waitlisted("duinpoort"),
      waitlisted("bruinvis"),
    )
      .when(withdraw, { company: "zandbank" })
      .happens(
        { type: "SeatsWithdrawn", data: { company: "zandbank", seats: 2, was: "confirmed" } },
        { type: "SeatsConfirmed", data: { company: "duinpoort", seats: 1, fromList: true } },
        { type: "SeatsConfirmed", data: { company: "bruinvis", seats: 1, fromList: true } },
      );
  });

  it("leaves the list without moving anyone when nothing falls free", () => {
    given(seats, offered(1), confirmed("zandbank"), waitlisted("kielzog"))
      .when(withdraw, { company: "kielzog" })
      .happens({ type: "SeatsWithdrawn", data: { company: "kielzog", seats: 1, was: "waiting" } });
  });

  it("is refused to whoever is not signed up", () => {
    given(seats, offered(1)).when(withdraw, { company: "zandbank" }).refused("missions.not-signed-up");
  });

  it("is refused once the mission's last day is over, and not before", () => {
    const state = [offered(1), confirmed("zandbank")].reduce(evolve, initial);
    const at = (now: string) =>
      withdraw(
        state,
        { company: "zandbank" },
        { now: new Date(now), by: { kind: "nobody" }, newId: () => "", version: 0, lastDay: "2026-12-06" },
      );
    expect(at("2026-12-06T23:59:59.999Z")).toMatchObject([{ type: "SeatsWithdrawn" }]);
    expect(at("2026-12-07T00:00:00.000Z")).toEqual({ refused: "missions.over", params: {} });
  });
});

it("offers seats once", () => {
  given(seats, offered(1))
    .when(offer, { capacity: 2, opensAt: day("2026-11-01"), closesAt: day("2026-12-01") })
    .refused("missions.seats-offered-already");
});

it("C11: never gives more seats than there are, and never lets one wait that fits", () => {
  const company = fc.integer({ min: 1, max: 12 }).map((n) => `company-${n}`);
  const step = fc.oneof(
    fc.record({ do: fc.constant("claim" as const), company, seats: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constant("withdraw" as const), company }),
  );
  const now = new Date("2026-11-10");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), fc.array(step, { maxLength: 60 }), (capacity, steps) => {
      let state = evolve(initial, offered(capacity));
      for (const one of steps) {
        const around = { now, by: { kind: "nobody" as const }, newId: () => "", version: 0 };
        const outcome = one.do === "claim" ? claim(state, one, around) : withdraw(state, one, around);
        if (isRefusal(outcome)) continue;
        state = outcome.reduce(evolve, state);
        expect(state.confirmed.reduce((sum, seats) => sum + seats, 0)).toBe(state.taken);
        expect(free(state)).toBeGreaterThanOrEqual(0);
        for (const waits of state.waiting.values()) expect(waits).toBeGreaterThan(free(state));
        expect(state.waiting.keySeq().some((waits) => state.confirmed.has(waits))).toBe(false);
      }
    }),
  );
});
