import { contracts } from "#services/contracts.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { ajv, fieldErrors } from "#shared/contract/validator.ts";
import { sampleOf } from "#shared/testing/sample.ts";
import { doors } from "../kit/doors.ts";
import { actions, labelOf } from "./rows.ts";

const all: readonly Contract[] = contracts;
const named = actions.map((action) => [labelOf(action), action] as const);

type Schema = any;

/** Objects in it that take fields which it does not name, by where they are. */
function open(schema: Schema, at = ""): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one: Schema) => open(one, at));
  if (schema.type === "array") return open(schema.items, `${at}[]`);
  if (schema.type !== "object") return [];
  const inside = Object.entries<Schema>(schema.properties ?? {});
  const records = Object.values<Schema>(schema.patternProperties ?? {});
  // A record takes any name of a form that it says.
  const isClosed = schema.additionalProperties === false || records.length > 0;
  return [
    ...(isClosed ? [] : [at || "/"]),
    ...inside.flatMap(([name, field]) => open(field, `${at}/${name}`)),
    ...records.flatMap((field) => open(field, `${at}/*`)),
  ];
}

/** Every name of a field in it, however deep. */
function namesIn(schema: Schema): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(namesIn);
  if (schema.type === "array") return namesIn(schema.items);
  return Object.entries<Schema>(schema.properties ?? {}).flatMap(([name, field]) => [
    name,
    ...namesIn(field),
  ]);
}

describe.each(named)("%s", (_label, action) => {
  it("K1: takes and answers no field that it does not name", () => {
    expect([open(action.input), open(action.output)]).toEqual([[], []]);
  });

  it("K1: refuses, instead of dropping, a field that it answers with but does not take", () => {
    const takes = ajv.compile(action.input);
    const sample = sampleOf(action.input);
    expect(takes(sample)).toBe(true);
    const asked = Object.keys(action.input.properties);
    for (const name of new Set([...namesIn(action.output), "_id", "isAdmin"])) {
      if (asked.includes(name)) continue;
      expect({ name, taken: takes({ ...sample, [name]: "x" }) }).toEqual({ name, taken: false });
      expect(fieldErrors(takes.errors ?? [])).toMatchObject([
        { pointer: `/${name}`, code: "additionalProperties" },
      ]);
    }
  });
});

/** Where a page of a list begins and how long it is. */
const paging = ["after", "before", "limit"];

/** What is looked for in a search, and where: in nothing but what it shows. */
const searches: Record<string, string[]> = {
  "identity.people": ["name", "email"],
  "partnerships.partners": ["name", "summary"],
};

/** What chooses a list and how it is written; its rows are asked of its own action, in the caller's name. */
const choices: Record<string, string[]> = {
  "identity.listAsFile": ["list", "search", "format", "language"],
  "identity.savedViews": ["list"],
};

/** What is filtered by, and not read in the answer: by asking again and again it could be found out all the same. */
const unread = ({ action, pathNames }: { action: Action; pathNames: string[] }): string[] =>
  asked(action).filter(
    (name) => !pathNames.includes(name) && !paging.includes(name) && !namesIn(action.output).includes(name),
  );

const asked = ({ name, input }: Action): string[] =>
  Object.keys(input.properties)
    .filter((field) => !choices[name]?.includes(field))
    .flatMap((field) => (field === "find" ? (searches[name] ?? field) : field));

it.each(
  doors
    .filter(({ action }) => action.kind === "query")
    .map((door) => [`${door.method} ${door.path}`, door] as const),
)("K1: %s is filtered by nothing that it does not show", (_name, door) => {
  expect(unread(door)).toEqual([]);
});

it("what is stored of an event has no other fields either", () => {
  const events = all.flatMap(({ name, events: own }) =>
    Object.entries(own).map(([type, { data }]) => ({ event: `${name}.${type}`, open: open(data) })),
  );
  expect(events.filter((event) => event.open.length)).toEqual([]);
});

describe("what would break it", () => {
  const loose = { type: "object", properties: { id: { type: "string" } } };

  it("sees an object that takes anything, wherever it is", () => {
    const closed = (properties: object) => ({ type: "object", properties, additionalProperties: false });
    expect(open(loose)).toEqual(["/"]);
    expect(open(closed({ rows: { type: "array", items: loose } }))).toEqual(["/rows[]"]);
    expect(open({ anyOf: [closed({ one: loose }), { type: "null" }] })).toEqual(["/one"]);
    expect(open(closed({ title: { type: "object", patternProperties: { "^a$": loose } } }))).toEqual([
      "/title/*",
    ]);
  });

  it("sees a filter by what is not shown", () => {
    const input = { properties: { mission: {}, email: {}, limit: {}, id: {} } };
    const action = { input, output: { ...loose } } as unknown as Action;
    expect(unread({ action, pathNames: ["mission"] })).toEqual(["email"]);
  });
});
