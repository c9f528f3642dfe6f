import { sampleOf } from "./sample.ts";

type Schema = any;

/** An input with one fault, where it is, and the rule that it breaks. */
export type Wrong = { pointer: string; code: string; input: any };

type Fault = { pointer: string; code: string; at: string[]; value?: unknown };

/** Every way in which each field of an input can break its schema, one at a time. */
export function wrongsOf(schema: Schema, valid: object): Wrong[] {
  return faultsOf(schema, valid, []).map((fault) => ({
    pointer: fault.pointer,
    code: fault.code,
    input: withFault(valid, fault),
  }));
}

function faultsOf(schema: Schema, value: any, at: string[]): Fault[] {
  const here = pointerOf(at);
  const own = at.length
    ? [...otherTypes(schema), ...outOfBounds(schema)].map((fault) => ({ ...fault, pointer: here, at }))
    : [];
  return [...own, ...insideOf(schema, value, at)];
}

const ofOtherTypes: Record<string, unknown[]> = {
  string: [42, null, ["a"], { $ne: null }],
  integer: ["12", 1.5, true, null, [1], "0x10"],
  number: ["12", true, null],
  boolean: ["true", 1, null],
  array: [{}, "x", null],
  object: [[], "x", null, 7],
};

const otherTypes = ({ type }: Schema): { code: string; value: unknown }[] =>
  (ofOtherTypes[type] ?? []).map((value) => ({ code: "type", value }));

/** No form takes all of these. */
const unreadable = ["¿no? 🙈", "\t  \n", "turned \u202ednuora"];

function outOfBounds(schema: Schema): { code: string; value: unknown }[] {
  const { type, minimum, maximum, minLength, maxLength, pattern, format } = schema;
  const { minItems, maxItems, uniqueItems, minProperties } = schema;
  const faults: { code: string; value: unknown }[] = [];
  if (schema.enum) faults.push({ code: "enum", value: "no-such-word" });
  if (minimum !== undefined) faults.push({ code: "minimum", value: minimum - 1 });
  if (maximum !== undefined) faults.push({ code: "maximum", value: maximum + 1 });
  if (minLength) faults.push({ code: "minLength", value: "" });
  if (maxLength) faults.push({ code: "maxLength", value: "a".repeat(maxLength + 1) });
  if (minItems) faults.push({ code: "minItems", value: [] });
  if (minProperties) faults.push({ code: "minProperties", value: {} });
  if (maxItems && type === "array")
    faults.push({ code: "maxItems", value: Array(maxItems + 1).fill(sampleOf(schema.items)) });
  if (uniqueItems) faults.push({ code: "uniqueItems", value: Array(2).fill(sampleOf(schema.items)) });
  const unlike = pattern && unreadable.find((text) => !new RegExp(pattern, "u").test(text));
  if (unlike) faults.push({ code: "pattern", value: unlike });
  if (schema["x-language"])
    for (const value of ["x", "zz", "english", "nl_BE", "NL"]) faults.push({ code: "language", value });
  if (schema["x-lists"]) faults.push({ code: "lists", value: "ZZ" });
  if (format)
    faults.push(...(ofWrongFormat[format] ?? ["no such thing"]).map((value) => ({ code: "format", value })));
  return faults;
}

const ofWrongFormat: Record<string, string[]> = {
  "time-zone": ["no such thing", "+23:00", "-0300", "+01"],
  date: ["2026-02-30", "2026-11-23T09:00:00Z"],
  "date-time": [
    "2026-02-30",
    "2026-02-30T09:00:00Z",
    "2026-12-31T23:59:60Z",
    "2026-11-23T09:00:00+01:00",
    "2026-11-23 09:00:00Z",
  ],
};

function insideOf(schema: Schema, value: any, at: string[]): Fault[] {
  if (schema.type === "array") return faultsOf(schema.items, value[0], [...at, "0"]);
  if (schema.type !== "object") return [];
  const stranger = {
    pointer: pointerOf([...at, "isAdmin"]),
    code: "additionalProperties",
    at: [...at, "isAdmin"],
  };
  const fields = Object.entries<Schema>(schema.properties ?? {});
  const nobodys = [...at, "xx"];
  const [text] = schema.propertyNames ? Object.values(sampleOf(schema)) : [];
  return [
    { ...stranger, value: true },
    ...(text ? [{ pointer: pointerOf(nobodys), code: "language", at: nobodys, value: text }] : []),
    ...(schema.required ?? [])
      .filter((name: string) => !("default" in schema.properties[name]))
      .map((name: string) => ({ pointer: pointerOf([...at, name]), code: "required", at: [...at, name] })),
    ...fields
      .filter(([name]) => value[name] !== undefined)
      .flatMap(([name, field]) => faultsOf(field, value[name], [...at, name])),
  ];
}

const pointerOf = (at: string[]) => at.map((name) => `/${name}`).join("");

function withFault(valid: object, fault: Fault): object {
  const input = structuredClone(valid) as any;
  const last = fault.at.at(-1)!;
  const parent = fault.at.slice(0, -1).reduce((inside, name) => inside[name], input);
  if ("value" in fault) parent[last] = fault.value;
  else delete parent[last];
  return input;
}
