import { offersOn } from "./registration-commands.ts";

type Registration = Parameters<typeof offersOn>[0];
const registration = (own: Partial<Registration>) => ({ abilities: [], ...own }) as unknown as Registration;
const whys = (own: Partial<Registration>, takes = () => true) =>
  Object.fromEntries(offersOn(registration(own), takes).map(({ name, why }) => [name, why]));

it("I1: offers what can be done now, and says of all else why not", () => {
  expect(whys({ state: "submitted", abilities: ["accept", "ask-changes", "reject", "withdraw"] })).toEqual({
    accept: undefined,
    "ask-changes": undefined,
    waive: { refusal: "partnerships.nothing-to-waive", params: {} },
    reject: undefined,
    "undo-decision": { key: "nothing-to-undo" },
    "put-off": undefined,
    "hand-on": undefined,
  });
  expect(whys({ state: "submitted", abilities: ["ask-changes", "waive", "reject"] })).toMatchObject({
    accept: { refusal: "partnerships.criteria-not-met", params: {} },
    waive: undefined,
  });
  const notNow = { refusal: "partnerships.illegal-step", params: { state: "published" } };
  expect(whys({ state: "published", abilities: ["take-down"] })).toMatchObject({
    accept: notNow,
    waive: notNow,
    "put-off": notNow,
    "hand-on": notNow,
  });
});

it("K9: says to who may not who may", () => {
  for (const why of Object.values(whys({ state: "submitted", abilities: [] }, () => false)))
    expect(why).toEqual({ key: "only-officers" });
});
