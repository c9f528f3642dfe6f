import Type from "typebox";
import { event } from "./contract.ts";
import { newestVersion, registerEvents, serviceOf, upcast } from "./events.ts";
import { closed } from "./schemas.ts";

type First = { km: number };
type Second = { metres: number };

const RouteMeasured = event(3, closed({ metres: Type.Integer(), by: Type.String() }), {
  1: ({ km }: First) => ({ metres: km * 1_000 }),
  2: ({ metres }: Second) => ({ metres, by: "unknown" }),
});
/** Someone forgot how the second version becomes the third. */
const RouteMarked = event(3, closed({ metres: Type.Integer() }), { 1: (data: First) => data });

beforeAll(() => registerEvents("routes", { RouteMeasured, RouteMarked }));

it("J1: brings an event of any version to the newest, step by step", () => {
  expect(upcast("RouteMeasured", 1, { km: 3 })).toEqual({ metres: 3_000, by: "unknown" });
  expect(upcast("RouteMeasured", 2, { metres: 40 })).toEqual({ metres: 40, by: "unknown" });
  expect(upcast("RouteMeasured", 3, { metres: 5, by: "leen" })).toEqual({ metres: 5, by: "leen" });
});

it("J1: leaves what is stored as it is", () => {
  const stored = Object.freeze({ km: 3 });
  upcast("RouteMeasured", 1, stored);
  expect(stored).toEqual({ km: 3 });
});

it("J1: leaves alone what nobody here knows", () => {
  expect(upcast("OfAnotherService", 1, { a: 1 })).toEqual({ a: 1 });
});

it("J1: says so when a step is missing, and does not guess", () => {
  expect(() => upcast("RouteMarked", 1, { km: 1 })).toThrow("no upcast from version 2 to 3");
});

it("writes the newest version, and only of events that stand in a contract", () => {
  expect(newestVersion("RouteMeasured")).toBe(3);
  expect(() => newestVersion("NowhereToBeFound")).toThrow("stands in no contract");
});

it("knows whose an event is, and lets no other service take its name", () => {
  expect(serviceOf("RouteMeasured")).toBe("routes");
  expect(() => registerEvents("missions", { RouteMeasured })).toThrow("stands in two contracts");
  expect(() => registerEvents("routes", { RouteMeasured })).not.toThrow();
});
