import { given } from "#shared/testing/given.ts";
import { change, claim, offer, withdraw, withdrawByLetter } from "./rules.ts";
import { confirmed, day, offered, waitlisted, withdrawn } from "./seats.testing.ts";
import { evolve, initial, type SeatEvent, seats } from "./seats.ts";

const closed: SeatEvent = { type: "SeatsClosed", data: {} };

describe("claim", () => {
  it("confirms what fits", () => {
    given(seats, offered(3))
      .when(claim, { company: "zandbank", seats: 2 })
      .happens(confirmed("zandbank", 2, { free: 3 }));
  });

  it("puts on the list what does not fit", () => {
    given(seats, offered(3), confirmed("zandbank", 2))
      .when(claim, { company: "kielzog", seats: 2 })
      .happens(waitlisted("kielzog", 2));
  });

  it("C10: gives what is free to a company that comes with fewer too, and puts it on the list otherwise", () => {
    const full = given(seats, offered(3), confirmed("zandbank", 1));
    full
      .when(claim, { company: "kielzog", seats: 4, least: 2 })
      .refused("missions.more-than-capacity", { capacity: 3 });
    full
      .when(claim, { company: "kielzog", seats: 3, least: 2 })
      .happens(confirmed("kielzog", 2, { asked: 3, free: 2 }));
    full
      .when(claim, { company: "kielzog", seats: 2, least: 3 })
      .refused("missions.least-above-seats", { seats: 2 });
    given(seats, offered(3), confirmed("zandbank", 2))
      .when(claim, { company: "kielzog", seats: 3, least: 2 })
      .happens(waitlisted("kielzog", 3, 2));
  });

  it("C5: is for no more than one company may have, also when it asks for more later", () => {
    const most = { perCompany: 2 };
    given(seats, offered(5, most))
      .when(claim, { company: "zandbank", seats: 3, least: 1 })
      .refused("missions.more-than-each-company", { most: 2 });
    const has = given(seats, offered(5, most), confirmed("zandbank", 2));
    has
      .when(change, { company: "zandbank", seats: 3 })
      .refused("missions.more-than-each-company", { most: 2 });
    given(seats, offered(5, most))
      .when(claim, { company: "zandbank", seats: 2 })
      .happens(confirmed("zandbank", 2, { free: 5 }));
  });

  it("C10: confirms a small group past a large one that waits for more than is free, and says so", () => {
    given(seats, offered(3), confirmed("zandbank", 2), waitlisted("kielzog", 2))
      .when(claim, { company: "duinpoort", seats: 1 })
      .happens(confirmed("duinpoort", 1, { free: 1, passed: 1 }));
  });

  it("is one a company", () => {
    given(seats, offered(3), confirmed("zandbank"))
      .when(claim, { company: "zandbank", seats: 1 })
      .refused("missions.already-signed-up", { state: "confirmed" });
  });

  it("may come again after a withdrawal", () => {
    given(seats, offered(1), confirmed("zandbank"), withdrawn("zandbank", 1, "confirmed"))
      .when(claim, { company: "zandbank", seats: 1 })
      .happens(confirmed("zandbank", 1, { times: 2 }));
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
    given(seats, offered(1), closed)
      .when(claim, { company: "zandbank", seats: 1 })
      .refused("missions.cancelled");
  });
});

describe("withdraw", () => {
  it("C10: gives the seats to the next in line, in order, as far as they fit, and says how many were passed", () => {
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
        withdrawn("zandbank", 2, "confirmed"),
        confirmed("duinpoort", 1, { fromList: true, free: 2, passed: 1 }),
        confirmed("bruinvis", 1, { fromList: true, free: 1, passed: 1 }),
      );
  });

  it("C10: gives the first in line what is free when that is as few as it takes", () => {
    const line = [waitlisted("kielzog", 4, 2), waitlisted("duinpoort")];
    given(seats, offered(4), confirmed("zandbank", 2), confirmed("bruinvis", 2), ...line)
      .when(withdraw, { company: "zandbank" })
      .happens(
        withdrawn("zandbank", 2, "confirmed"),
        confirmed("kielzog", 2, { asked: 4, fromList: true, free: 2 }),
      );
  });

  it("leaves the list without moving anyone when nothing falls free", () => {
    given(seats, offered(1), confirmed("zandbank"), waitlisted("kielzog"))
      .when(withdraw, { company: "kielzog" })
      .happens(withdrawn("kielzog", 1, "waiting"));
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

it("C13: the letter of a sign-up gives back what that one got, and nothing of a later one", () => {
  const events = [offered(3), confirmed("zandbank", 2)];
  const byLetter = { company: "zandbank", times: 1 };
  given(seats, ...events)
    .when(withdrawByLetter, byLetter)
    .happens(withdrawn("zandbank", 2, "confirmed"));
  given(seats, ...events, withdrawn("zandbank", 2, "confirmed"), confirmed("zandbank", 2, { times: 2 }))
    .when(withdrawByLetter, byLetter)
    .refused("missions.letter-over");
});

describe("change", () => {
  const changed = (
    company: string,
    state: "confirmed" | "waiting",
    [before, after, least = after]: number[],
    own = { free: 0, passed: 0 },
  ): SeatEvent => ({
    type: "SeatsChanged",
    data: { company, state, before: before!, seats: after!, least: least!, ...own },
  });
  const full = given(
    seats,
    ...[offered(4), confirmed("zandbank", 3), confirmed("bruinvis", 1)],
    ...[waitlisted("kielzog", 3, 2), waitlisted("duinpoort", 1)],
  );
  const late = { now: new Date("2026-12-02"), lastDay: "2026-12-20" };

  it("C5: gives fewer seats back to the list, before and after sign-up closes", () => {
    const gives = [
      changed("zandbank", "confirmed", [3, 1]),
      confirmed("kielzog", 2, { asked: 3, fromList: true, free: 2 }),
    ];
    full.when(change, { company: "zandbank", seats: 1 }).happens(...gives);
    full.when(change, { company: "zandbank", seats: 1 }, late).happens(...gives);
  });

  it("C5: keeps the place of who asks for fewer, or comes with fewer", () => {
    full.when(change, { company: "kielzog", seats: 2 }).happens(changed("kielzog", "waiting", [3, 2]));
    full
      .when(change, { company: "kielzog", seats: 3, least: 1 }, late)
      .happens(changed("kielzog", "waiting", [3, 3, 1]));
    const line = [offered(4), confirmed("zandbank", 3), waitlisted("kielzog", 3), waitlisted("bruinvis", 2)];
    given(seats, ...line)
      .when(change, { company: "kielzog", seats: 2, least: 1 })
      .happens(
        changed("kielzog", "waiting", [3, 2, 1], { free: 1, passed: 0 }),
        confirmed("kielzog", 1, { asked: 2, fromList: true, free: 1 }),
      );
  });

  it("C5: gives more while they are free and sign-up is open, and says what is free otherwise", () => {
    const some = given(seats, offered(4), confirmed("zandbank", 2), waitlisted("kielzog", 3));
    some
      .when(change, { company: "zandbank", seats: 4 })
      .happens(changed("zandbank", "confirmed", [2, 4], { free: 2, passed: 1 }));
    some.when(change, { company: "zandbank", seats: 5 }).refused("missions.too-few-free", { free: 2 });
    some.when(change, { company: "kielzog", seats: 4 }).refused("missions.too-few-free", { free: 2 });
    some
      .when(change, { company: "zandbank", seats: 3 }, late)
      .refused("missions.only-fewer-now", { closedAt: day("2026-12-01") });
  });

  it("C5: is nothing when nothing changes, and refused to who has nothing or when all is over", () => {
    full.when(change, { company: "zandbank", seats: 3, least: 2 }).happens();
    full.when(change, { company: "kielzog", seats: 3, least: 2 }).happens();
    full.when(change, { company: "meetpaal", seats: 1 }).refused("missions.not-signed-up");
    full
      .when(change, { company: "kielzog", seats: 2, least: 3 })
      .refused("missions.least-above-seats", { seats: 2 });
    full
      .when(change, { company: "zandbank", seats: 1 }, { ...late, lastDay: "2026-12-01" })
      .refused("missions.over");
    given(seats, offered(1), confirmed("zandbank"), closed)
      .when(change, { company: "zandbank", seats: 1 })
      .refused("missions.cancelled");
    given(seats).when(change, { company: "zandbank", seats: 1 }).refused("missions.no-seats-offered");
  });
});

it("offers seats once", () => {
  given(seats, offered(1))
    .when(offer, { capacity: 2, opensAt: day("2026-11-01"), closesAt: day("2026-12-01") })
    .refused("missions.seats-offered-already");
});
