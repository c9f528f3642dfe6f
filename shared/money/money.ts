import type { Static } from "typebox";
import Type from "typebox";
import { closed } from "../contract/schemas.ts";

const largest = Number.MAX_SAFE_INTEGER;

/** As it is sent and stored: whole cents, or whatever the smallest unit of the currency is, and never a fraction. */
export const MoneySchema = () =>
  closed({
    minor: Type.Integer({ minimum: -largest, maximum: largest }),
    currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  });

export type Money = Readonly<Static<ReturnType<typeof MoneySchema>>>;

export class MoneyError extends Error {
  override name = "MoneyError";
}

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** @param minor in the smallest unit: 1250 EUR is twelve and a half euros. @param currency by ISO 4217. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new MoneyError(`${minor} is no whole number of the smallest unit.`);
  if (!currencies.has(currency)) throw new MoneyError(`${currency} is no currency of ISO 4217.`);
  // Zero has no sign.
  return Object.freeze({ minor: minor + 0, currency });
}

export const add = (a: Money, b: Money): Money => money(a.minor + inSame(a, b), a.currency);

export const subtract = (a: Money, b: Money): Money => money(a.minor - inSame(a, b), a.currency);

/** Below zero when `a` is less, above it when `a` is more. */
export const compare = (a: Money, b: Money): number => Math.sign(a.minor - inSame(a, b));

function inSame(a: Money, b: Money): number {
  if (a.currency !== b.currency) throw new MoneyError(`${a.currency} and ${b.currency} do not add up.`);
  return b.minor;
}

/**
 * Divides by weights without losing a cent: what does not divide goes, one by one, to the parts that were cut most,
 * the earlier first. @param weights whole numbers from 0, not all 0.
 */
export function allocate(whole: Money, weights: number[]): Money[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0))
    throw new MoneyError("Weights are whole numbers from 0.");
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new MoneyError("There is nobody to give it to.");
  // A debt is divided as its opposite is.
  const sign = whole.minor < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(whole.minor));
  const parts = weights.map((weight) => (amount * BigInt(weight)) / total);
  const cut = weights.map((weight, n) => ({ n, rest: (amount * BigInt(weight)) % total }));
  cut.sort((a, b) => (a.rest === b.rest ? a.n - b.n : a.rest > b.rest ? -1 : 1));
  const left = Number(amount - parts.reduce((sum, part) => sum + part, 0n));
  for (const { n } of cut.slice(0, left)) parts[n] = parts[n]! + 1n;
  return parts.map((part) => money(sign * Number(part), whole.currency));
}

/** As people of that language write it, every digit of it. */
export function formatMoney({ minor, currency }: Money, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 0;
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
  return format.format(`${minor < 0 ? "-" : ""}${text}` as Intl.StringNumericLiteral);
}
