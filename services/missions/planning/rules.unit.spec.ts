import { given } from "#shared/testing/given.ts";
import { fortaleza, planOf } from "../missions.testing.ts";
import { mission } from "./missions.ts";
import { type Plan, withWhatFor } from "./plan.ts";
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

describe("C1: the legs of a plan", () => {
  const leg = (city: string, firstDay: string, lastDay: string, own: Partial<Plan["legs"][number]> = {}) => ({
    ...{ ...fortaleza(), city, firstDay, lastDay },
    ...own,
  });
  const item = (day: string, startsAt = "09:00", endsAt = "10:30") => ({
    ...{ day, startsAt, endsAt },
    title: { nl: "Ontvangst", en: "Welcome" },
  });
  const programme = [item("2027-01-04"), item("2027-01-02", "23:00", "23:59")];

  const taken: [string, Plan["legs"]][] = [
    ["one as long as the mission", [leg("Fortaleza", "2027-01-02", "2027-01-06")]],
    [
      "one that begins on the day on which the one before ends",
      [leg("Fortaleza", "2027-01-02", "2027-01-04", { programme }), leg("Natal", "2027-01-04", "2027-01-06")],
    ],
    [
      "days on the road between two",
      [leg("Fortaleza", "2027-01-03", "2027-01-03"), leg("Natal", "2027-01-05", "2027-01-05")],
    ],
  ];
  it.each(taken)("are taken: %s", (_name, legs) => {
    const data = planOf({
      legs,
      goals: [{ nl: "Klanten vinden", en: "Find customers" }],
      targetProfile: [{ en: "Makers of electrolysers" }],
    });
    given(mission).when(plan, data, known).happens({ type: "MissionPlanned", data });
  });

  const refused: [string, Plan["legs"], string, object][] = [
    [
      "before the mission begins",
      [leg("Fortaleza", "2027-01-01", "2027-01-04")],
      "leg-outside-mission",
      { city: "Fortaleza" },
    ],
    [
      "after the mission has ended",
      [leg("Fortaleza", "2027-01-02", "2027-01-04"), leg("Natal", "2027-01-04", "2027-01-07")],
      "leg-outside-mission",
      { city: "Natal" },
    ],
    [
      "that ends before it begins",
      [leg("Fortaleza", "2027-01-04", "2027-01-03")],
      "leg-outside-mission",
      { city: "Fortaleza" },
    ],
    [
      "that begins while the one before lasts",
      [leg("Fortaleza", "2027-01-02", "2027-01-05"), leg("Natal", "2027-01-04", "2027-01-06")],
      "legs-out-of-order",
      { city: "Natal" },
    ],
    [
      "with something on its programme after it",
      [
        leg("Fortaleza", "2027-01-02", "2027-01-04", { programme: [item("2027-01-05")] }),
        leg("Natal", "2027-01-05", "2027-01-06"),
      ],
      "item-outside-leg",
      { city: "Fortaleza", day: "2027-01-05" },
    ],
    [
      "with something that ends as it starts",
      [leg("Fortaleza", "2027-01-02", "2027-01-06", { programme: [item("2027-01-05", "09:00", "09:00")] })],
      "item-ends-before-it-starts",
      { city: "Fortaleza", day: "2027-01-05" },
    ],
  ];
  it.each(refused)("are refused: one %s", (_name, legs, code, params) => {
    given(mission)
      .when(plan, planOf({ legs }), known)
      .refused(`missions.${code}` as "missions.leg-outside-mission", params);
  });

  it("had no days of their own at first: any day of the mission may be one of theirs", () => {
    const { legs, goals: _goals, targetProfile: _profile, ...first } = planOf();
    const old = legs.map(({ city, country, timeZone }) => ({ city, country, timeZone }));
    expect(withWhatFor({ ...first, legs: old })).toEqual(planOf());
  });
});
