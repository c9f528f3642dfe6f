import { Ajv2020, type AnySchemaObject, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Validators } from "moleculer";
import { codeList, type ListName } from "../codes/codes.ts";

export const ajv = new Ajv2020({
  allErrors: true,
  // Our schemas carry notes of our own: x-document, x-code, x-public-text.
  strict: false,
  // 1e400 in a body is Infinity, which is no number that could be stored.
  strictNumbers: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: true,
});
(addFormats as unknown as (on: Ajv2020, formats: string[]) => void)(ajv, ["date", "email", "uri"]);
ajv.addFormat("date-time", isMoment);
ajv.addFormat("time-zone", isTimeZone);
ajv.addKeyword({
  keyword: "x-language",
  type: "string",
  validate: (_is: true, tag: string) => isLanguage(tag),
});
ajv.addKeyword({
  keyword: "x-lists",
  type: "string",
  validate: (lists: ListName[], code: string, schema?: AnySchemaObject) =>
    lists.map(codeList).some(({ has, isCurrent }) => (schema?.["x-retired"] ? has(code) : isCurrent(code))),
});

/** Stricter than RFC 3339: a leap second has no place in a Date, and whatever is compared with one never comes. */
function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text)) return false;
  const moment = new Date(text);
  // 30 February would be read as one of March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19) === text.slice(0, 19);
}

/** By name, the older ones too: an offset knows no summer time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Any eight letters would make a tag of the right form; one that Unicode has no name for is nobody's language. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag && languages.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** One thing that is wrong with an input: where, and which rule, in words that have a text in every language. */
export type FieldError = { pointer: string; code: string; params: Record<string, unknown> };

export function fieldErrors(errors: ErrorObject[]): FieldError[] {
  // Of a name that is wrong two are told: how, and that it is.
  const told = errors.filter(({ keyword }) => keyword !== "propertyNames").slice(0, 50);
  return told.map(({ keyword, instancePath, propertyName, params }) => {
    const own = params.missingProperty ?? params.additionalProperty ?? propertyName;
    return {
      pointer: own === undefined ? instancePath : `${instancePath}/${escaped(own)}`,
      code: keyword.replace(/^x-/, ""),
      params: kept(params),
    };
  });
}

/** A name as a JSON pointer has it (RFC 6901). */
const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** What the texts need; never the value that was sent. */
const kept = ({ limit, type, format }: Record<string, unknown>) => ({
  ...(limit !== undefined && { limit }),
  ...(type !== undefined && { type }),
  ...(format !== undefined && { format }),
});

/** Validates each call once, in the service, by the contract's own schema. */
export class ContractValidator extends Validators.Base {
  constructor() {
    // Moleculer's own actions keep `params`, written in another schema language.
    super({ paramName: "input" } as never);
  }

  override compile(schema: object) {
    const check = ajv.compile(schema);
    return ((input: unknown) => check(input) || fieldErrors(check.errors ?? [])) as never;
  }

  override validate(input: object, schema: object) {
    return ajv.validate(schema, input) as true;
  }

  override convertSchemaToMoleculer(schema: object) {
    return schema;
  }
}
