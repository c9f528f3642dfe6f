import { nutsPrefix } from "#shared/codes/registration-area.ts";

/** How many characters follow the letters of the country: from how many, to how many. As VIES lists them. */
const inTheUnion: Record<string, [number, number]> = {
  AT: [9, 9],
  BE: [10, 10],
  BG: [9, 10],
  CY: [9, 9],
  CZ: [8, 10],
  DE: [9, 9],
  DK: [8, 8],
  EE: [9, 9],
  ES: [9, 9],
  FI: [8, 8],
  FR: [11, 11],
  GR: [9, 9],
  HR: [11, 11],
  HU: [8, 8],
  IE: [8, 9],
  IT: [11, 11],
  LT: [9, 12],
  LU: [8, 8],
  LV: [11, 11],
  MT: [8, 8],
  NL: [12, 12],
  PL: [10, 10],
  PT: [9, 9],
  RO: [2, 10],
  SE: [12, 12],
  SI: [8, 8],
  SK: [10, 10],
};

/** VIES knows no numbers of these; the longest, of North Macedonia, has thirteen figures. */
const elsewhere: [number, number] = [2, 13];

/** Undefined where the number may be one of this country; else how one of it is written. */
export function vatNumberFault(
  country: string,
  number: string,
): { letters: string; length: string } | undefined {
  // For VAT as for NUTS, Greece is EL.
  const letters = nutsPrefix(country);
  const [least, most] = inTheUnion[country] ?? elsewhere;
  if (new RegExp(`^${letters}[A-Z0-9+*]{${least},${most}}$`).test(number)) return undefined;
  return { letters, length: least === most ? String(least) : `${least}-${most}` };
}
