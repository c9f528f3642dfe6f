/**
 * Where a foreign cluster is asked for its NUTS 2 region and VAT number: the European Union and the countries that
 * take part in the part of the Single Market Programme that carries on COSME. All others are asked for their
 * ISO 3166-2 subdivision and national register.
 */
const europeanUnion = [
  "AT",
  "BE",
  "BG",
  "CY",
  "CZ",
  "DE",
  "DK",
  "EE",
  "ES",
  "FI",
  "FR",
  "GR",
  "HR",
  "HU",
  "IE",
  "IT",
  "LT",
  "LU",
  "LV",
  "MT",
  "NL",
  "PL",
  "PT",
  "RO",
  "SE",
  "SI",
  "SK",
];

// COSME's participants outside the Union as the Commission's monitoring report names them (COM(2021) 685 of
// 8 November 2021, for the year 2018): certain for COSME. Which of them went on under the Single Market Programme of
// 2021 to 2027 was not checked country by country: the Commission's list of participating countries decides.
const cosme = ["AL", "AM", "BA", "IS", "ME", "MD", "MK", "RS", "TR", "UA", "XK"];

// In the programme by the European Economic Area (Decision of the EEA Joint Committee 262/2021 of 24 September 2021).
// Norway was not in COSME; that the platform of European clusters asks it the same fields is likely, not confirmed.
const economicArea = ["NO"];

// Eurostat has no statistical regions for these two, so there is nothing to ask them: they get the ISO subdivision.
const withoutRegions = ["AM", "MD"];

const area = new Set([...europeanUnion, ...cosme, ...economicArea]);

/** @param country ISO 3166-1 alpha-2, or XK */
export function inRegistrationArea(country: string): boolean {
  return area.has(country);
}

/** True where the region asked is a NUTS 2 region or a statistical region of the same kind. */
export function asksNuts(country: string): boolean {
  return area.has(country) && !withoutRegions.includes(country);
}

/** NUTS writes Greece EL; every other country as ISO does. */
export function nutsPrefix(country: string): string {
  return country === "GR" ? "EL" : country;
}
