import { given } from "#shared/testing/given.ts";
import { claim, withdraw } from "../rules.ts";
import { confirmed, day, held, offered, waitlisted } from "../seats.testing.ts";
import { type SeatEvent, seats } from "../seats.ts";
import { endOver, extend, hold } from "./rules.ts";

const ended = (company: string, count: number, why: "confirmed" | "expired" | "given-up"): SeatEvent => ({
  type: "HoldEnded",
  data: { company, seats: count, why },
});
const at = (time: string) => ({ now: new Date(`2026-11-23T${time}Z`) });
const soon = at("09:19:59.999");
const over = at("09:20:00.000");

describe("hold", () => {
  it("C9: keeps the seats for twenty minutes, and counts them as taken", () => {
    given(seats, offered(3), confirmed("zandbank"))
      .when(hold, { company: "kielzog", seats: 2 })
      .happens(held("kielzog", 2));
    given(seats, offered(3), held("kielzog", 2))
      .when(claim, { company: "zandbank", seats: 2 }, soon)
      .happens(waitlisted("zandbank", 2));
    given(seats, offered(3), held("kielzog", 2))
      .when(hold, { company: "zandbank", seats: 2 }, soon)
      .refused("missions.too-few-free", { free: 1 });
  });

  it("C9: keeps what is free for who comes with fewer, and passes only who waits for more", () => {
    given(seats, offered(2), waitlisted("zandbank", 3))
      .when(hold, { company: "kielzog", seats: 2, least: 1 })
      .happens(held("kielzog", 2, { least: 1, passed: 1 }));
    given(seats, offered(4), confirmed("zandbank", 3))
      .when(hold, { company: "kielzog", seats: 4, least: 1 })
      .happens(held("kielzog", 1, { asked: 4, least: 1, free: 1 }));
  });

  it("C9: is one a company: another number keeps its end, and what is not wanted goes to the list", () => {
    const state = given(seats, offered(3), held("kielzog", 3), waitlisted("zandbank", 2));
    state.when(hold, { company: "kielzog", seats: 3 }, soon).happens();
    state
      .when(hold, { company: "kielzog", seats: 1 }, soon)
      .happens(
        held("kielzog", 1, { before: 3, free: 3 }),
        confirmed("zandbank", 2, { fromList: true, free: 2 }),
      );
    given(seats, offered(3), confirmed("kielzog"))
      .when(hold, { company: "kielzog", seats: 1 })
      .refused("missions.already-signed-up", { state: "confirmed" });
  });

  it("C9: lasts no longer than sign-up is open", () => {
    given(seats, offered(1))
      .when(hold, { company: "kielzog", seats: 1 }, { now: new Date("2026-12-01T07:50:00Z") })
      .happens(held("kielzog", 1, { at: "2026-12-01T07:50:00.000Z", endsAt: day("2026-12-01") }));
    given(seats, offered(1))
      .when(hold, { company: "kielzog", seats: 1 }, { now: new Date("2026-12-02") })
      .refused("missions.closed", { closedAt: day("2026-12-01") });
  });
});

describe("extend", () => {
  const extended: SeatEvent = {
    type: "HoldExtended",
    data: { company: "kielzog", endsAt: "2026-11-23T09:40:00.000Z" },
  };

  it("C9: adds twenty minutes, once, as long as it is not over", () => {
    const company = "kielzog";
    given(seats, offered(1), held(company)).when(extend, { company }, soon).happens(extended);
    given(seats, offered(1), held(company)).when(extend, { company }, over).refused("missions.no-hold");
    given(seats, offered(1)).when(extend, { company }).refused("missions.no-hold");
    given(seats, offered(1), held(company), extended)
      .when(extend, { company }, over)
      .refused("missions.held-no-longer", { endsAt: "2026-11-23T09:40:00.000Z" });
    given(seats, offered(1), held(company, 1, { endsAt: day("2026-12-01") }))
      .when(extend, { company })
      .refused("missions.held-no-longer", { endsAt: day("2026-12-01") });
  });
});

describe("its end", () => {
  const line = [offered(2), held("kielzog", 2), waitlisted("zandbank", 2), waitlisted("duinpoort")];
  const next = [ended("kielzog", 2, "expired"), confirmed("zandbank", 2, { fromList: true, free: 2 })];

  it("C9: gives the seats to the next in line, and is nothing before", () => {
    given(seats, ...line)
      .when(endOver, {}, over)
      .happens(...next);
    given(seats, ...line)
      .when(endOver, {}, soon)
      .happens();
    given(seats).when(endOver, {}, over).refused("missions.no-seats-offered");
  });

  it("C9: comes by the clock, whether or not its alarm has rung: whoever comes first does it", () => {
    given(seats, ...line)
      .when(claim, { company: "bruinvis", seats: 1 }, over)
      .happens(...next, waitlisted("bruinvis"));
    given(seats, ...line)
      .when(withdraw, { company: "duinpoort" }, over)
      .happens(...next, {
        type: "SeatsWithdrawn",
        data: { company: "duinpoort", seats: 1, was: "waiting" },
      });
  });

  it("C9: gives nobody seats of a mission that is cancelled", () => {
    given(seats, ...line, { type: "SeatsClosed", data: {} })
      .when(endOver, {}, over)
      .happens(ended("kielzog", 2, "expired"));
  });

  it("C9: refuses a late confirmation, with what is free and the place it would have", () => {
    given(seats, ...line)
      .when(claim, { company: "kielzog", seats: 2, held: true }, over)
      .refused("missions.hold-over", { free: 0, place: 2 });
    given(seats, ...line, ...next)
      .when(claim, { company: "kielzog", seats: 2, held: true }, over)
      .refused("missions.hold-over", { free: 0, place: 2 });
    given(seats, offered(2))
      .when(claim, { company: "kielzog", seats: 2, held: true }, over)
      .refused("missions.hold-over", { free: 2, place: 1 });
  });

  it("C9: is given up by who withdraws, for the next in line", () => {
    given(seats, ...line)
      .when(withdraw, { company: "kielzog" }, soon)
      .happens(ended("kielzog", 2, "given-up"), confirmed("zandbank", 2, { fromList: true, free: 2 }));
  });
});

describe("a claim of who holds seats", () => {
  const heldAt = "2026-11-23T09:00:00.000Z";

  it("C9: gets them, though others wait", () => {
    given(seats, offered(2), held("kielzog", 2), waitlisted("zandbank", 2))
      .when(claim, { company: "kielzog", seats: 2, held: true }, soon)
      .happens(ended("kielzog", 2, "confirmed"), confirmed("kielzog", 2, { free: 2, heldAt }));
  });

  it("C9: gives what it does not want to the list, and asks with what is free beside it", () => {
    given(seats, offered(2), held("kielzog", 2), waitlisted("zandbank", 1))
      .when(claim, { company: "kielzog", seats: 1 }, soon)
      .happens(
        ended("kielzog", 2, "confirmed"),
        confirmed("kielzog", 1, { free: 2, heldAt }),
        confirmed("zandbank", 1, { fromList: true, free: 1 }),
      );
    given(seats, offered(3), held("kielzog", 2))
      .when(claim, { company: "kielzog", seats: 3 }, soon)
      .happens(ended("kielzog", 2, "confirmed"), confirmed("kielzog", 3, { free: 2, heldAt }));
  });

  it("C9: lets what was held go to who takes it, when it asks for more and has to wait", () => {
    given(seats, offered(3), confirmed("zandbank"), held("kielzog", 2), waitlisted("duinpoort"))
      .when(claim, { company: "kielzog", seats: 3 }, soon)
      .happens(
        ended("kielzog", 2, "confirmed"),
        waitlisted("kielzog", 3),
        confirmed("duinpoort", 1, { fromList: true, free: 2 }),
      );
  });
});
