import { upcast } from "#shared/contract/events.ts";
import { ajv } from "#shared/contract/validator.ts";
import { events, fileOf, goldens, nameIn } from "./events.ts";

const specOf = (type: string) => events.find(([known]) => known === type)?.[2];

describe("J1: every event that was ever stored can be read", () => {
  it.each(goldens)("%s", (file, { type, version, data }) => {
    const spec = specOf(type);
    expect(nameIn(file)).toBe(`${type}.v${version}`);
    // An event that is no longer written keeps its place in the contract.
    expect(spec).toBeDefined();
    expect(version).toBeLessThanOrEqual(spec!.version);
    const newest = upcast(type, version, structuredClone(data));
    expect(faultsOf(spec!.data, newest)).toEqual([]);
  });

  it("the version that is written now has an example (npm run golden writes those that are missing)", () => {
    const files = new Set(goldens.map(([file]) => file));
    const without = events.map(([type, service, { version }]) => fileOf(service, type, version));
    expect(without.filter((file) => !files.has(file))).toEqual([]);
  });

  it("an example is not taken that its contract would not take", () => {
    const [, { type, data }] = goldens.find(([, golden]) => golden.type === "SeatsWithdrawn")!;
    expect(faultsOf(specOf(type)!.data, { ...(data as object), companyName: "Zandbank" })).toHaveLength(1);
    expect(faultsOf(specOf(type)!.data, {})).not.toEqual([]);
  });
});

function faultsOf(schema: object, data: unknown): unknown[] {
  ajv.validate(schema, data);
  return ajv.errors ?? [];
}
