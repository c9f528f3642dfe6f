/**
 * Enterprise numbers that can't belong to anybody: the register hands out 0xxx and, since 2023, numbers
 * from 1000 upwards one after the other; 1999 is millions of numbers away. The check digits are right.
 */
export function syntheticEnterpriseNumber(serial: number): string {
  const base = 19_990_000 + serial;
  const check = 97 - (base % 97);
  return `${base}${String(check).padStart(2, "0")}`;
}

/** The last two of the ten digits are 97 minus the rest of the first eight divided by 97. */
export function hasRightCheckDigits(number: string): boolean {
  return /^[01]\d{9}$/.test(number) && 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8));
}
