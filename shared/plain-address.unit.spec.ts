import { letterboxOf, plainAddress } from "./plain-address.ts";

it("takes for one letterbox what differs in capitals or behind a plus, and nothing else", () => {
  for (const email of [
    "an@x.example",
    "An@X.example",
    "an+fairs@x.example",
    "an+a+b@x.example",
    "an+@x.example",
  ])
    expect([email, letterboxOf(email)]).toEqual([email, "an@x.example"]);
  for (const email of ["+32470@x.example", "ann@x.example", "a.n@x.example", "an@x+y.example"])
    expect(letterboxOf(email)).toBe(email);
});

it("tells people apart by all of their address", () => {
  expect(plainAddress("An+Fairs@x.example")).toBe("an+fairs@x.example");
});
