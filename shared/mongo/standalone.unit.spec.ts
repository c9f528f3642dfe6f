import { isStandalone } from "./standalone.ts";

it("tells a server without transactions from a replica set and a router of shards", () => {
  expect(isStandalone({})).toBe(true);
  expect(isStandalone({ setName: "rs0" })).toBe(false);
  expect(isStandalone({ msg: "isdbgrid" })).toBe(false);
});
