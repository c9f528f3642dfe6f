import type { TSchema } from "typebox";
import { ajv } from "#shared/contract/validator.ts";
import { isPersonal } from "#shared/contract/words.ts";
import type { List } from "./list.ts";

/** What filters come to: what the list's action takes, what is left out of its rows afterwards, and what nobody knows. */
export type Wanted = {
  input: Record<string, unknown>;
  narrowed: Record<string, unknown>;
  /** Names of filters that this list does not have, or not with this value. */
  unknown: string[];
};

export function wantedBy(list: List, search: string): Wanted {
  const wanted: Wanted = { input: {}, narrowed: {}, unknown: [] };
  for (const [name, text] of new URLSearchParams(search)) {
    const schema = schemaOf(list, name);
    const value = schema && valueIn(schema, text);
    if (!schema || !ajv.validate(schema, value)) wanted.unknown.push(name);
    else if (Object.hasOwn(list.narrowing, name)) wanted.narrowed[name] = value;
    else wanted.input[name] = value;
  }
  return wanted;
}

/** The same filters without those of these names. */
export function leftOf(search: string, gone: string[]): string {
  const left = new URLSearchParams(search);
  for (const name of gone) left.delete(name);
  return left.toString();
}

/** Filters as whoever oversees reads may see them: of words that somebody looked for, only that they did. */
export const toldOf = (list: List, search: string): string[] =>
  [...new URLSearchParams(search)].map(([name, value]) =>
    isPersonal(schemaOf(list, name) ?? {}) ? name : `${name}=${value}`,
  );

/** Is true of the rows that the list's page shows. */
export const keepsBy =
  ({ narrowing }: List, { narrowed }: Wanted) =>
  (row: unknown): boolean =>
    Object.entries(narrowed).every(([name, value]) => narrowing[name]!.keeps(row, value));

/** What the list's action is asked for a page that begins there; none where it would not take it. */
export function pageFrom(
  list: List,
  { input }: Wanted,
  from: string | number | undefined,
): object | undefined {
  const limit = fieldOf(list, "limit")?.maximum;
  const asked = { ...input, ...(limit && { limit }), ...(from !== undefined && { [list.cursor]: from }) };
  return ajv.validate(list.action.input, asked) ? asked : undefined;
}

/** A position is a number, all else is text. */
export const cursorOf = (list: List, from: string): string | number =>
  fieldOf(list, list.cursor)?.type === "integer" ? Number(from) : from;

type Field = { type?: string; maximum?: number };
const fieldOf = ({ action }: List, name: string): Field | undefined => action.input.properties[name];

const paging = new Set(["after", "before", "limit"]);

function schemaOf({ action, narrowing }: List, name: string): TSchema | undefined {
  if (Object.hasOwn(narrowing, name)) return narrowing[name]!.schema;
  const asked = action.input.properties as Record<string, TSchema>;
  return Object.hasOwn(asked, name) && !paging.has(name) ? asked[name] : undefined;
}

/** In an address all is text; a list stands between commas. */
function valueIn(schema: TSchema & { type?: string }, text: string): unknown {
  if (schema.type === "array") return text.split(",");
  if (schema.type === "boolean") return text === "true" ? true : text;
  return text;
}
