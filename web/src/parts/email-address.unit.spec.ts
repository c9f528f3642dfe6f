import fc from "fast-check";
import { EmailAddress } from "#shared/contract/schemas.ts";
import { ajv } from "#shared/contract/validator.ts";
import { isEmailAddress } from "./email-address.ts";

const taken = ajv.compile(EmailAddress());

it.each(["ada@tide.be", "Ada.Lovelace+fairs@ports.example.org", "o'hara@a-b.ie"])("takes %s", (text) => {
  expect([isEmailAddress(text), taken(text)]).toEqual([true, true]);
});

it.each([
  "ada@tide",
  "foo@bar..be",
  "é@x.be",
  "a..b@x.be",
  "a@-x.be",
  "a b@x.be",
  `a@${"x".repeat(252)}.be`,
  "",
])("takes no %p", (text) => {
  expect([isEmailAddress(text), taken(text)]).toEqual([false, false]);
});

const likely = fc.string({ unit: fc.constantFrom(..."aZ9.@-+_é '<\n"), maxLength: 12 });

it("takes what the portal takes and nothing else", () => {
  const texts = fc.oneof(
    fc.emailAddress(),
    likely,
    fc.tuple(likely, likely, likely).map(([user, host, top]) => `${user}@${host}.${top}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(isEmailAddress(text)).toBe(taken(text));
    }),
    { numRuns: 2_000 },
  );
});
