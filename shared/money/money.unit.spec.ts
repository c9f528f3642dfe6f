import fc from "fast-check";
import { ajv } from "../contract/validator.ts";
import { add, allocate, compare, formatMoney, MoneyError, MoneySchema, money, subtract } from "./money.ts";

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((minor) => money(minor, "EUR"));
const sumOf = (parts: { minor: number }[]) => parts.reduce((sum, { minor }) => sum + minor, 0);

it("adds and subtracts without a fraction ever coming in", () => {
  expect(add(money(10, "EUR"), money(20, "EUR"))).toEqual({ minor: 30, currency: "EUR" });
  fc.assert(fc.property(amount, amount, (a, b) => expect(subtract(add(a, b), b)).toEqual(a)));
  fc.assert(fc.property(amount, amount, (a, b) => expect(add(a, b)).toEqual(add(b, a))));
});

it("compares", () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(compare(a, b)).toBe(Math.sign(a.minor - b.minor));
      expect(compare(a, b) + compare(b, a)).toBe(0);
    }),
  );
});

it("does not mix currencies", () => {
  for (const mix of [add, subtract, compare])
    expect(() => mix(money(1, "EUR"), money(1, "JPY"))).toThrow("EUR and JPY do not add up");
});

it.each([[0.1], [Number.NaN], [Number.POSITIVE_INFINITY], [2 ** 53], ["12"], [true], [null]])(
  "is never %p",
  (minor) => expect(() => money(minor as number, "EUR")).toThrow(MoneyError),
);

it.each([["eur"], ["XXXX"], [""], ["ZZZ"]])("is never in %p", (currency) => {
  expect(() => money(1, currency)).toThrow(MoneyError);
});

it("notices when a sum is too large to be exact", () => {
  expect(() => add(money(Number.MAX_SAFE_INTEGER, "EUR"), money(1, "EUR"))).toThrow(MoneyError);
});

describe("allocate", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 20 })
    .filter((all) => all.some((weight) => weight > 0));

  it("loses no cent and invents none, and is fair to within one", () => {
    fc.assert(
      fc.property(amount, weights, (whole, all) => {
        const parts = allocate(whole, all);
        const total = all.reduce((sum, weight) => sum + weight, 0);
        expect(sumOf(parts)).toBe(whole.minor);
        for (const [n, part] of parts.entries()) {
          expect(Math.abs(part.minor - (whole.minor * all[n]!) / total)).toBeLessThan(1);
          if (all[n] === 0) expect(part.minor).toBe(0);
        }
      }),
    );
  });

  it("stays exact where floating point would not", () => {
    const parts = allocate(money(Number.MAX_SAFE_INTEGER, "EUR"), [1, 1, 1]);
    expect(parts.map(({ minor }) => BigInt(minor)).reduce((a, b) => a + b)).toBe(
      BigInt(Number.MAX_SAFE_INTEGER),
    );
  });

  it("gives what does not divide to the part that was cut most, the earlier first", () => {
    expect(allocate(money(100, "EUR"), [1, 1, 1]).map(({ minor }) => minor)).toEqual([34, 33, 33]);
    expect(allocate(money(-100, "EUR"), [1, 1, 1]).map(({ minor }) => minor)).toEqual([-34, -33, -33]);
    expect(allocate(money(5, "EUR"), [3, 7]).map(({ minor }) => minor)).toEqual([2, 3]);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]]])("does not divide by %j", (weights) => {
    expect(() => allocate(money(1, "EUR"), weights)).toThrow(MoneyError);
  });
});

it("goes through JSON and back, and the schema takes it so and no other way", () => {
  const sent = JSON.parse(JSON.stringify(money(-1_250, "EUR")));
  expect(money(sent.minor, sent.currency)).toEqual(money(-1_250, "EUR"));
  expect(ajv.validate(MoneySchema(), sent)).toBe(true);
  for (const odd of [
    { minor: 12.5, currency: "EUR" },
    { minor: "12", currency: "EUR" },
    { minor: 1 },
    { minor: 2 ** 53, currency: "EUR" },
    { minor: 1, currency: "euro" },
    { ...sent, vat: 21 },
  ])
    expect(ajv.validate(MoneySchema(), odd)).toBe(false);
  expect(Object.is(money(-0, "EUR").minor, 0)).toBe(true);
});

it("is written as its readers do, with the decimals of its currency and every digit", () => {
  const plain = (text: string) => text.replaceAll(/\s/g, " ");
  expect(plain(formatMoney(money(123_456_789, "EUR"), "nl-BE"))).toBe("€ 1.234.567,89");
  expect(plain(formatMoney(money(-5, "EUR"), "en-GB"))).toBe("-€0.05");
  expect(plain(formatMoney(money(1_250, "JPY"), "en-GB"))).toBe("JP¥1,250");
  expect(plain(formatMoney(money(1_250, "TND"), "en-GB"))).toBe("TND 1.250");
  expect(plain(formatMoney(money(Number.MAX_SAFE_INTEGER, "EUR"), "en-GB"))).toBe("€90,071,992,547,409.91");
});
