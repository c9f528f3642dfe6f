import { listOf } from "./list.ts";
import { listActions } from "./list-actions.ts";
import { country, moment, named, said } from "./words.ts";

export const registrations = listOf(listActions.registrations, {
  person: ({ owner }) => owner,
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    country: (row, reader) => country(row.country, reader),
    "country-code": (row) => row.country,
    region: ({ region }) => region,
    state: ({ state }, reader) => said(reader, `partnerships:states.${state}`),
    round: ({ round }) => round,
    submitted: ({ submittedAt }) => moment(submittedAt),
    due: ({ dueAt }) => moment(dueAt),
    "put-off": ({ putOffUntil }) => moment(putOffUntil),
    owner: ({ owner }, { names }) => names[owner ?? ""],
    failing: ({ criteria }, reader) =>
      criteria
        .filter(({ verdict }) => verdict === "fail")
        .map(({ criterion, needed }) =>
          said(reader, `sending:criteria.${criterion}`, {
            // Full-time equivalents are counted in hundredths.
            needed: criterion === "team" ? needed / 100 : needed,
          }),
        )
        .join("; "),
    waived: ({ waivedFor }) => waivedFor,
    erased: ({ erased = false }) => erased,
  },
});

export const partners = listOf(listActions.partners, {
  columns: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    country: (row, reader) => country(row.country, reader),
    "country-code": (row) => row.country,
    region: ({ region }) => region,
    ecosystems: ({ ecosystems }, reader) => named("ecosystems", ecosystems, reader),
    summary: ({ summary }) => summary,
    language: ({ language }) => language,
    published: ({ publishedAt }) => moment(publishedAt),
  },
});
