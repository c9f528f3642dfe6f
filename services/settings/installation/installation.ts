import type { Static } from "typebox";
import type { EventOf } from "#shared/contract/contract.ts";
import type { Feature } from "#shared/log/feature.ts";
import type { events } from "./contract.ts";
import type { Changes, Chosen, Field, Settings } from "./fields.ts";

export type InstallationEvent = EventOf<{ events: typeof events }>;
export type Change = Static<typeof events.SettingsChanged.data>;

/** `version` counts the changes; `changedAt` says by which of them a setting got its value. */
export type Installation = {
  settings: Chosen;
  version: number;
  changedAt: Partial<Record<Field, number>>;
};

/** The portal serves one cluster, so there is one of it. */
export const installationId = "home";

/** Before anyone has set anything. */
const asInstalled: Chosen = {
  name: { en: "Causeway" },
  shortName: "Causeway",
  country: "BE",
  officeDays: [1, 2, 3, 4, 5],
  opensAt: "09:00",
  closesAt: "17:00",
  timeZone: "Europe/Brussels",
  closingDays: [],
  nationalHolidays: true,
};

export const initial: Installation = { settings: asInstalled, version: 0, changedAt: {} };

export const installation: Feature<Installation, InstallationEvent> = {
  name: "installation",
  initial,
  evolve(state, event) {
    switch (event.type) {
      case "SettingsChanged":
        return changed(state, event.data);
      default:
        return event.type satisfies never;
    }
  },
};

function changed(state: Installation, { changes, cleared }: Change): Installation {
  const version = state.version + 1;
  const fields = [...Object.keys(changes), ...cleared] as Field[];
  const changedAt = { ...state.changedAt, ...Object.fromEntries(fields.map((field) => [field, version])) };
  return { settings: withChange(state.settings, changes, cleared), version, changedAt };
}

export function withChange(settings: Chosen, changes: Changes, cleared: Change["cleared"]): Chosen {
  const next = { ...settings, ...changes };
  for (const field of cleared) delete next[field];
  return next;
}

/** With the languages that are offered: a language that has lost its texts since is not. */
export function complete(chosen: Chosen, installed: string[]): Settings {
  const left = chosen.languages?.filter((language) => installed.includes(language)) ?? [];
  const languages = left.length ? left : installed;
  const own = chosen.defaultLanguage ?? "";
  return { ...chosen, languages, defaultLanguage: languages.includes(own) ? own : languages[0]! };
}
