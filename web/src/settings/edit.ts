import type { In, Out } from "../app/api.ts";

export type Settings = Out<"GET /settings">["settings"];
type Change = In<"PATCH /settings">;
export type Changes = Change["changes"];
export type Field = keyof Changes & string;
type Clearable = NonNullable<Change["cleared"]>[number];

/** What may be left empty. */
const clearable: readonly string[] = [
  "logo",
  "logoText",
  "email",
  "telephone",
  "postalAddress",
  "website",
  "region",
  "senderName",
  "replyTo",
] satisfies Clearable[];

/** What stands in the fields and differs from what is set, by setting; of a logo its image. */
export type Typed = Partial<Record<Field, unknown>>;

/** What is set, as the fields show it: days in the order in which they come. */
export function valueSet(settings: Settings, field: Field): unknown {
  if (field === "logo") return settings.logo?.image;
  if (field === "closingDays") return settings.closingDays.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return settings[field];
}

/** An empty field means nothing. */
export function meant(typed: unknown): unknown {
  if (typeof typed === "string") return typed.trim() || undefined;
  if (Array.isArray(typed))
    return typed.map((one) => (isRecord(one) ? { ...one, reason: meant(one.reason) } : one));
  if (!isRecord(typed)) return typed;
  const filled = Object.entries(typed).flatMap(([key, text]) => {
    const own = meant(text);
    return own === undefined ? [] : [[key, own]];
  });
  return filled.length ? Object.fromEntries(filled) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Settings whose fields mean something else than what is set. */
export const openFields = (typed: Typed, settings: Settings): Field[] =>
  (Object.keys(typed) as Field[]).filter(
    (field) => !same(meant(typed[field]), meant(valueSet(settings, field))),
  );

/** What a save would send, and the settings that cannot be empty and are. */
export function toSave(typed: Typed, settings: Settings) {
  const changes: Record<string, unknown> = {};
  const cleared: Clearable[] = [];
  const missing: Field[] = [];
  for (const field of openFields(typed, settings)) {
    const own = meant(typed[field]);
    if (own !== undefined && !isEmptyList(own)) changes[field] = own;
    else if (clearable.includes(field)) cleared.push(field as Clearable);
    else if (field === "closingDays") changes[field] = [];
    else missing.push(field);
  }
  return { changes: changes as Changes, cleared, missing };
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** By their keys in one order: a record that was typed anew has another. */
const same = (a: unknown, b: unknown) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isRecord(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => [key, ordered(own)]);
}

/** Which field a refusal is about. */
const about: Record<string, Field> = {
  "settings.region-elsewhere": "region",
  "settings.hours-out-of-order": "closesAt",
  "settings.holidays-unknown": "nationalHolidays",
  "settings.language-without-texts": "languages",
  "settings.default-not-offered": "defaultLanguage",
  "settings.logo-unknown": "logo",
  "settings.closing-day-twice": "closingDays",
};

export const fieldOf = (code: string): Field | undefined => about[code];

/** The settings that the server found badly written. */
export const fieldsIn = (errors: { pointer: string }[]): Field[] => [
  ...new Set(errors.map(({ pointer }) => pointer.split("/")[2] as Field).filter(Boolean)),
];

/** Of the list in that setting, which items the server found badly written. */
export const itemsIn = (errors: { pointer: string }[], field: Field): number[] => [
  ...new Set(
    errors
      .map(({ pointer }) => pointer.split("/"))
      .filter(([, , one, item]) => one === field && item !== undefined)
      .map(([, , , item]) => Number(item)),
  ),
];
