import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { contracts } from "#services/contracts.ts";
import type { Contract, EventSpec } from "#shared/contract/contract.ts";

/** An event as the log holds it. */
export type Golden = { type: string; version: number; data: unknown };

export const folder = fileURLToPath(new URL("./", import.meta.url));

export const events: [type: string, service: string, spec: EventSpec][] = (
  contracts as readonly Contract[]
).flatMap(({ name, events }) =>
  Object.entries(events).map(([type, spec]): [string, string, EventSpec] => [type, name, spec]),
);

export const fileOf = (service: string, type: string, version: number): string =>
  join(service, `${type}.v${version}.json`);

/** Every golden file by its path in this folder. */
export const goldens: [file: string, golden: Golden][] = globSync("*/*.v*.json", { cwd: folder })
  .sort()
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), "utf8"))]);

export const nameIn = (file: string): string => basename(file, ".json");
