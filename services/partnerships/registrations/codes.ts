import { codeList } from "#shared/codes/codes.ts";
import { asksNuts, nutsPrefix } from "#shared/codes/registration-area.ts";
import type { Answers, Field } from "./answers.ts";

/** The first answer whose code is on no list, or no longer. */
export function unknownCode(answers: Answers, country: string): Field | undefined {
  const { nutsRegion, subdivision, ecosystems } = answers;
  if (answers.country && !codeList("countries").isCurrent(answers.country)) return "country";
  if (nutsRegion && !regionsOf(country).includes(nutsRegion)) return "nutsRegion";
  if (subdivision && !regionsOf(country).includes(subdivision)) return "subdivision";
  if (ecosystems?.some((code) => !codeList("ecosystems").isCurrent(code))) return "ecosystems";
  return undefined;
}

const regions = new Map<string, string[]>();

/** NUTS 2 regions, or ISO 3166-2 subdivisions, as the country's form asks; none where there is nothing to choose from. */
export function regionsOf(country: string): string[] {
  const known = regions.get(country) ?? listRegions(country);
  if (codeList("countries").isCurrent(country)) regions.set(country, known);
  return known;
}

function listRegions(country: string): string[] {
  const list = codeList(asksNuts(country) ? "nuts" : "subdivisions");
  const prefix = asksNuts(country) ? nutsPrefix(country) : `${country}-`;
  return list
    .all()
    .filter(
      ({ code, retired }) => !retired && code.startsWith(prefix) && (!asksNuts(country) || code.length === 4),
    )
    .map(({ code }) => code);
}

/** Wholes of the United Kingdom: the standard lists them beside their parts, without saying which is in which. */
const british = ["GB-EAW", "GB-ENG", "GB-GBN", "GB-NIR", "GB-SCT", "GB-UKM", "GB-WLS"];

/** Regions of which the list has the parts too. They can be read; a cluster is asked for the part. */
export function wholesIn(regions: string[]): Set<string> {
  const parents = regions.flatMap((code) => codeList("subdivisions").get(code)?.parent ?? []);
  return new Set([...british, ...parents]);
}

export function regionName(code: string): string {
  const entry = codeList("nuts").get(code) ?? codeList("subdivisions").get(code);
  const name = entry?.name;
  return typeof name === "string" ? name : (name?.en ?? code);
}

/** Countries of today: a retired one stays readable where it was answered, and is not offered any more. */
export const offeredCountries = (): string[] =>
  codeList("countries")
    .all()
    .filter(({ retired }) => !retired)
    .map(({ code }) => code);
