import { given } from "#shared/testing/given.ts";
import { confirmed, offered, waitlisted } from "../seats.testing.ts";
import { evolve, initial, type SeatEvent, seats } from "../seats.ts";
import { move } from "./rules.ts";

const names = ["kielzog", "duinpoort", "bruinvis", "meetpaal"];
const line = [offered(1), confirmed("zandbank"), ...names.map((name) => waitlisted(name))];
const waits = given(seats, ...line);
const reason = "doc-1";
const moved = (company: string, from: number, to: number, ...others: string[]): SeatEvent => ({
  type: "EntryMoved",
  data: { company, from, to, others, reason },
});
const order = (...events: SeatEvent[]) => [...events.reduce(evolve, initial).waiting.keys()];

describe("move", () => {
  it("C10: puts an entry up or down the list, and names those between", () => {
    const up = moved("meetpaal", 4, 2, "duinpoort", "bruinvis");
    waits.when(move, { company: "meetpaal", from: 4, to: 2, reason }).happens(up);
    expect(order(...line, up)).toEqual(["kielzog", "meetpaal", "duinpoort", "bruinvis"]);
    const down = moved("kielzog", 1, 4, "duinpoort", "bruinvis", "meetpaal");
    waits.when(move, { company: "kielzog", from: 1, to: 4, reason }).happens(down);
    expect(order(...line, down)).toEqual(["duinpoort", "bruinvis", "meetpaal", "kielzog"]);
  });

  it("C10: is refused for another place than was seen, one that there is not, or who does not wait", () => {
    const asked = { company: "bruinvis", reason };
    waits.when(move, { ...asked, from: 2, to: 1 }).refused("missions.place-changed", { place: 3 });
    waits.when(move, { ...asked, from: 3, to: 3 }).refused("missions.no-such-place", { last: 4 });
    waits.when(move, { ...asked, from: 3, to: 5 }).refused("missions.no-such-place", { last: 4 });
    waits.when(move, { company: "zandbank", from: 1, to: 2, reason }).refused("missions.not-waiting");
    given(seats, ...line, { type: "SeatsClosed", data: {} })
      .when(move, { ...asked, from: 3, to: 1 })
      .refused("missions.cancelled");
  });

  it("C10: passes a hundred others at most", () => {
    const many = Array.from({ length: 102 }, (_, n) => waitlisted(`company-${n}`));
    const long = given(seats, offered(1), confirmed("zandbank"), ...many);
    const asked = { company: "company-101", from: 102, reason };
    long.when(move, { ...asked, to: 1 }).refused("missions.too-far", { most: 100 });
    const { outcome } = long.when(move, { ...asked, to: 2 });
    expect((outcome as SeatEvent[])[0]!.data).toMatchObject({ others: { length: 100 } });
  });
});
