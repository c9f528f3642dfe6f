import { byLanguage, codeList } from "#shared/codes/codes.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { offeredCountries, regionName, regionsOf, wholesIn } from "./codes.ts";
import type { actions } from "./contract.ts";
import { fieldsFor } from "./fields.ts";

export async function countries() {
  return { codes: offeredCountries().sort() };
}

/** The questions this country is asked, with the codes they take. */
export async function formFor({ country }: Input<typeof actions.formFor>) {
  if (!codeList("countries").isCurrent(country)) return refuse("partnerships.country-unknown");
  const regions = regionsOf(country);
  const wholes = wholesIn(regions);
  return {
    country,
    fields: fieldsFor(country),
    regions: regions.map((code) => ({
      code,
      name: regionName(code),
      ...(wholes.has(code) && { whole: true }),
    })),
    ecosystems: codeList("ecosystems")
      .all()
      .map(({ code, name }) => ({ code, name: byLanguage(name) })),
  };
}
