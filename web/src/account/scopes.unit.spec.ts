import { levelsIn } from "./scopes.ts";

it("takes of each service the most that is there, in whatever order", () => {
  expect(levelsIn(["missions.write", "missions.read", "mail.read"])).toEqual({
    missions: "write",
    mail: "read",
  });
  expect(levelsIn(["missions.read", "missions.write"])).toEqual({ missions: "write" });
  expect(levelsIn([])).toEqual({});
});
