import stringify from "safe-stable-stringify";
import { hasHolidays } from "#shared/calendar/working-days.ts";
import { codeList } from "#shared/codes/codes.ts";
import { nutsPrefix } from "#shared/codes/registration-area.ts";
import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Given } from "#shared/log/feature.ts";
import type { actions } from "./contract.ts";
import type { Changes, Chosen, Field } from "./fields.ts";
import { type Change, type Installation, type InstallationEvent, withChange } from "./installation.ts";

type No = Refused<typeof actions.changeSettings>;
/** Languages that have texts. */
type Facts = { installed: string[] };

/**
 * What has changed since the writer looked, to something else, is a clash and nothing is changed; saying the same again
 * changes nothing.
 */
export function change(
  state: Installation,
  command: Change & { version: number },
  { installed }: Given<Facts>,
): InstallationEvent[] | No {
  const changes = pick(command.changes, (field) => !same(command.changes[field], state.settings[field]));
  const cleared = command.cleared.filter((field) => state.settings[field] !== undefined);
  // Whoever names a version that never was has seen none.
  const seen = command.version > state.version ? 0 : command.version;
  const wanted = [...Object.keys(changes), ...cleared] as Field[];
  const fields = wanted.filter((field) => (state.changedAt[field] ?? 0) > seen);
  if (fields.length) return refuse("settings.changed-meanwhile", { fields, version: state.version });
  if (!wanted.length) return [];
  // Of what is asked alone: a double of long ago keeps nobody from changing something else.
  if (hasDayTwice(changes.closingDays)) return refuse("settings.closing-day-twice");
  const no = faultIn(withChange(state.settings, changes, cleared), installed);
  return no ?? [{ type: "SettingsChanged", data: { changes, cleared } }];
}

function faultIn(settings: Chosen, installed: string[]): No | undefined {
  const { country, region, opensAt, closesAt, nationalHolidays, languages, defaultLanguage } = settings;
  if (region && !isIn(region, country)) return refuse("settings.region-elsewhere");
  if (opensAt >= closesAt) return refuse("settings.hours-out-of-order");
  if (nationalHolidays && !hasHolidays(country)) return refuse("settings.holidays-unknown", { country });
  const language = languages?.find((one) => !installed.includes(one));
  if (language) return refuse("settings.language-without-texts", { language });
  if (defaultLanguage && !(languages ?? installed).includes(defaultLanguage))
    return refuse("settings.default-not-offered");
  return undefined;
}

const hasDayTwice = (closed: Chosen["closingDays"] = []): boolean =>
  new Set(closed.map(({ day }) => day)).size < closed.length;

const isIn = (region: string, country: string): boolean =>
  region.startsWith(codeList("nuts").has(region) ? nutsPrefix(country) : `${country}-`);

const pick = (changes: Changes, keep: (field: Field) => boolean): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([field]) => keep(field as Field)));

const same = (a: unknown, b: unknown) => stringify(a) === stringify(b);
