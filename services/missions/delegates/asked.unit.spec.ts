import { askedOf, wrongIn } from "./asked.ts";

const enough = { telephone: "+32 470 00 00 00", listed: true };
const travels = { ...enough, passportName: "Ann Peeters" };

it("C6: is asked for a telephone and a place on the list alone, where nobody travels", () => {
  expect(askedOf({ online: true })).toEqual(["telephone", "listed"]);
  expect(askedOf({})).toEqual(["passportName", "telephone", "diet", "access", "listed"]);
});

it("C6: fills in nothing that is not asked, and leaves out nothing that a journey needs", () => {
  const notAsked = { refused: "missions.not-asked-online", params: {} };
  expect(wrongIn(enough, { online: true })).toBeUndefined();
  for (const more of [{ passportName: "Ann Peeters" }, { diet: "No nuts" }, { access: "A lift" }])
    expect(wrongIn({ ...enough, ...more }, { online: true })).toEqual(notAsked);
  expect(wrongIn({ ...travels, diet: "No nuts" }, {})).toBeUndefined();
  expect(wrongIn(enough, {})).toEqual({ refused: "missions.passport-name-missing", params: {} });
});
