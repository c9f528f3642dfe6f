import Type from "typebox";
import { contracts } from "#services/contracts.ts";
import type { Action, Contract } from "#shared/contract/contract.ts";
import { kernelRefusals } from "#shared/contract/refusals.ts";
import {
  Code,
  closed,
  Day,
  DocumentId,
  EmailAddress,
  Id,
  Instant,
  LanguageTag,
  list,
  PublicText,
  Text,
  Words,
} from "#shared/contract/schemas.ts";
import { unfitForTheLog } from "./stored.ts";

const all: readonly Contract[] = contracts;
const commands = all
  .flatMap(({ actions }) => Object.values(actions) as Action[])
  .filter(({ kind }) => kind === "command");

it.each(
  all.flatMap(({ name, events }) =>
    Object.entries(events).map(([type, spec]) => [`${name}.${type}`, spec] as const),
  ),
)("the event %s holds nothing that may have to be erased", (name, spec) =>
  expect(unfitForTheLog(spec.data, name)).toEqual([]),
);

it.each(commands.map((action) => [action.name, action] as const))(
  "the stored reply of %s holds nothing that may have to be erased",
  (name, { output, refusals }) => {
    const params = Object.entries(refusals).flatMap(([code, no]) =>
      unfitForTheLog(no.params, `${name} ${code}`),
    );
    expect([...unfitForTheLog(output, name), ...params]).toEqual([]);
  },
);

it("nor do the kernel's refusals", () => {
  const faults = Object.entries(kernelRefusals).flatMap(([code, { params }]) => unfitForTheLog(params, code));
  expect(faults).toEqual([]);
});

it("is about all contracts", () => {
  expect(commands.length).toBeGreaterThanOrEqual(14);
});

describe("what would break it", () => {
  it.each([
    ["a plain text", Type.String()],
    ["a text of a person", Text(200)],
    ["a mail address", EmailAddress()],
    ["any form", Type.String({ pattern: "^.*$", maxLength: 20 })],
    ["any form but one", Type.String({ pattern: "^[^x]+$", maxLength: 20 })],
    ["a form of words", Type.String({ pattern: "^[a-z ]+$", maxLength: 20 })],
    ["a form that is not anchored", Type.String({ pattern: "[a-z]{3}" })],
    ["a form without an end", Type.String({ pattern: "^[a-z]+$" })],
    ["an address", Type.String({ format: "uri" })],
    ["a long public text", Type.String({ "x-public-text": true, maxLength: 2_000 })],
    ["anything", Type.Any()],
    ["a fraction", Type.Number()],
    ["an open object", Type.Object({ id: Id() })],
    ["a list without an end", Type.Array(Id())],
    [
      "a record of any keys",
      Type.Record(Type.String(), Id(), { maxProperties: 3, additionalProperties: false }),
    ],
    [
      "a record without an end",
      Type.Record(Type.String({ pattern: "^[a-z]{2}$" }), Id(), { additionalProperties: false }),
    ],
    ["an open record", Type.Record(Type.String({ pattern: "^[a-z]{2}$" }), Id(), { maxProperties: 3 })],
    ["a text deep inside", closed({ a: list(closed({ b: Type.Union([Id(), Type.String()]) })) })],
  ])("%s", (_name, schema) => {
    expect(unfitForTheLog(closed({ field: schema }), "Event")).toHaveLength(1);
  });

  it("and what would not", () => {
    const fit = closed({
      ...{ id: Id(), code: Code(), document: DocumentId(), name: PublicText(), at: Instant(), day: Day() },
      language: LanguageTag(),
      ...{ state: Words("open", "closed"), count: Type.Integer(), yes: Type.Boolean(), ids: list(Id()) },
      title: Type.Record(Type.String({ pattern: "^[a-z]{2}$" }), PublicText(), {
        maxProperties: 12,
        additionalProperties: false,
      }),
    });
    expect(unfitForTheLog(fit, "Event")).toEqual([]);
  });
});
