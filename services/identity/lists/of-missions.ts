import { inLanguage } from "#shared/i18n/i18n.ts";
import { listOf } from "./list.ts";
import { listActions } from "./list-actions.ts";
import { country, moment, said } from "./words.ts";

export const missions = listOf(listActions.missions, {
  columns: {
    id: ({ id }) => id,
    title: ({ title }, { language }) => inLanguage(title, language),
    state: ({ state }, reader) => said(reader, `missions:states.${state}`),
    "first-day": ({ firstDay }) => firstDay,
    "last-day": ({ lastDay }) => lastDay,
    from: ({ from }, reader) => country(from, reader),
    cities: ({ legs }, reader) =>
      legs.map(({ city, country: code }) => `${city} (${country(code, reader)})`).join("; "),
    opens: ({ signUpOpensAt }) => moment(signUpOpensAt),
    closes: ({ signUpClosesAt }) => moment(signUpClosesAt),
    capacity: ({ capacity }) => capacity,
    "per-company": ({ perCompany }) => perCompany,
    minimum: ({ minimum }) => minimum,
    taken: ({ taken }) => taken,
    waiting: ({ waiting }) => waiting,
    held: ({ held }) => held,
    partners: ({ partners }) => partners.join("; "),
  },
});

export const entries = listOf(listActions.entries, {
  columns: {
    id: ({ company }) => company,
    company: ({ companyName }) => companyName,
    state: ({ state }, reader) => said(reader, `missions:entryStates.${state}`),
    seats: ({ seats }) => seats,
    "asked-seats": ({ asked }) => asked,
    least: ({ least }) => least,
    place: ({ place }) => place,
    skipped: ({ skipped }) => skipped?.times,
    moves: ({ moves }) => moves,
    since: ({ at }) => moment(at),
  },
});
