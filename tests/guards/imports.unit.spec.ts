import { acrossServices, intoTheBundle, serversBehind } from "./imports.ts";
import { importsOf, type Source, sourcesOf } from "./sources.ts";

const services = sourcesOf("services/**/*.ts");
const shared = sourcesOf("shared/**/*.ts");
const all = new Map([...services, ...shared].map((source) => [source.path, source]));

describe("no import across services but of their contract", () => {
  it("holds", () => {
    expect(services.length).toBeGreaterThan(50);
    expect(services.flatMap(acrossServices)).toEqual([]);
  });

  it.each([
    ['import { claim } from "#services/missions/seats/rules.ts";'],
    ['import type { Seats } from "../../missions/seats/seats.ts";'],
    ['export * from "#services/missions/missions.service.ts";'],
    ['const m = await import("../../missions/missions.testing.ts");'],
    ['import "#services/missions/seats/contract.ts";'],
  ])("is broken by %s", (text) => {
    expect(acrossServices({ path: "services/partnerships/profiles/handlers.ts", text })).toHaveLength(1);
  });

  it.each([
    ['import { missions } from "#services/missions/missions.contract.ts";'],
    ['import { contracts } from "#services/contracts.ts";'],
    ['import { x } from "../registrations/contract.ts";'],
    ['// import { x } from "#services/missions/seats/rules.ts";'],
  ])("is kept by %s", (text) => {
    expect(acrossServices({ path: "services/partnerships/profiles/handlers.ts", text })).toEqual([]);
  });
});

describe("the web takes contracts as types only", () => {
  it("holds", () => {
    expect(sourcesOf("web/**/*.{ts,tsx}").filter(isBrowser).flatMap(intoTheBundle)).toEqual([]);
  });

  it("is broken by a contract that is imported as it is, and by one type among values", () => {
    const of = (text: string) => intoTheBundle({ path: "web/src/app/api.ts", text });
    expect(of('import { contracts } from "#services/contracts.ts";')).toHaveLength(1);
    expect(of('import { type Routes, helper } from "../../../shared/contract/routes.ts";')).toHaveLength(1);
    expect(of('import type { Routes } from "../../../shared/contract/routes.ts";')).toEqual([]);
  });
});

const isBrowser = ({ path }: Source) => path.startsWith("web/src/") && !/\.spec\.tsx?$/.test(path);

describe("rules bring no server along", () => {
  const states = services.filter(({ path, text }) => /: Feature</.test(text) && !path.endsWith(".spec.ts"));
  const pure = services.filter(({ path }) => /\/rules(\.unit\.spec)?\.ts$/.test(path)).concat(states);
  const find = (path: string) => all.get(path);

  it.each(pure.map((source) => [source.path, source] as const))("%s", (_path, source) => {
    expect(serversBehind(source, find)).toEqual([]);
  });

  it("is about rules and states that are there", () => {
    expect(pure.filter(({ path }) => path.endsWith("rules.ts")).length).toBeGreaterThanOrEqual(4);
    expect(states.length).toBeGreaterThanOrEqual(5);
  });

  it("is broken by a server that comes with what is imported", () => {
    const files: Record<string, string> = {
      "services/a/rules.ts": 'import { helper } from "./helper.ts";',
      "services/a/helper.ts": 'import mongoose from "mongoose";\nexport const helper = mongoose;',
    };
    const lookUp = (path: string) => (path in files ? { path, text: files[path]! } : undefined);
    expect(serversBehind(lookUp("services/a/rules.ts")!, lookUp)).toEqual([
      "services/a/rules.ts → services/a/helper.ts → mongoose",
    ]);
    const typed = 'import type { Context } from "moleculer";';
    expect(serversBehind({ path: "services/a/rules.ts", text: typed }, lookUp)).toEqual([]);
  });
});

it("reads every way to write an import", () => {
  const text = `import a from "a";
import type { B } from "b";
import {
  c,
  type D,
} from "./c.ts";
import "e";
export { f } from "../f.ts";
export type { G } from "g";
const h = import("h");`;
  expect(importsOf({ path: "services/x/y.ts", text })).toEqual([
    { target: "a", typeOnly: false },
    { target: "b", typeOnly: true },
    { target: "services/x/c.ts", typeOnly: false },
    { target: "e", typeOnly: false },
    { target: "services/f.ts", typeOnly: false },
    { target: "g", typeOnly: true },
    { target: "h", typeOnly: false },
  ]);
});
