import { given } from "#shared/testing/given.ts";
import { planOf } from "../missions.testing.ts";
import { mission, type Plan } from "./missions.ts";
import { plan } from "./rules.ts";

const known = { unknownPartners: [] };

it("asks no more participants than there are seats", () => {
  const data = planOf({ capacity: 6, minimum: 6 });
  given(mission).when(plan, data, known).happens({ type: "MissionPlanned", data });
  given(mission)
    .when(plan, { ...data, minimum: 7 }, known)
    .refused("missions.minimum-above-capacity");
});

describe("the dates of a plan", () => {
  const inOrder: [string, Partial<Plan>][] = [
    ["a mission of one day", { firstDay: "2027-01-02", lastDay: "2027-01-02" }],
    [
      "sign-up of half a second: as text, the point comes before the Z",
      { signUpOpensAt: "2026-12-01T08:00:00Z", signUpClosesAt: "2026-12-01T08:00:00.500Z" },
    ],
    ["sign-up until the last moment of the last day", { signUpClosesAt: "2027-01-06T23:59:59.999Z" }],
  ];
  it.each(inOrder)("are taken: %s", (_name, own) => {
    const data = planOf(own);
    given(mission).when(plan, data, known).happens({ type: "MissionPlanned", data });
  });

  const outOfOrder: [string, Partial<Plan>][] = [
    ["an end before the beginning", { firstDay: "2027-01-06", lastDay: "2027-01-02" }],
    [
      "sign-up that closes half a second before it opens",
      { signUpOpensAt: "2026-12-01T08:00:00.500Z", signUpClosesAt: "2026-12-01T08:00:00Z" },
    ],
    [
      "sign-up that closes at the moment it opens, written otherwise",
      { signUpOpensAt: "2026-12-01T08:00:00Z", signUpClosesAt: "2026-12-01T08:00:00.000Z" },
    ],
    ["sign-up beyond the last day", { signUpClosesAt: "2027-01-07T00:00:00Z" }],
  ];
  it.each(outOfOrder)("are refused: %s", (_name, own) => {
    given(mission).when(plan, planOf(own), known).refused("missions.dates-out-of-order");
  });
});
