import { codeList } from "#shared/codes/codes.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { offeredCountries, regionName, regionsOf } from "./codes.ts";
import type { actions } from "./contract.ts";
import { fieldsFor } from "./fields.ts";

export async function countries() {
  return { codes: offeredCountries().sort() };
}

/** The questions this country is asked, with the codes they take. */
export async function formFor({ country }: Input<typeof actions.formFor>) {
  if (!codeList("countries").isCurrent(country)) return refuse("partnerships.country-unknown");
  return {
    country,
    fields: fieldsFor(country),
    regions: regionsOf(country).map((code) => ({ code, name: regionName(code) })),
    ecosystems: codeList("ecosystems")
      .all()
      .map(({ code, name }) => ({
        code,
        name: typeof name === "string" ? { en: name } : withoutHoles(name),
      })),
  };
}

const withoutHoles = (name: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(name).flatMap(([language, text]) => (text ? [[language, text]] : [])));
