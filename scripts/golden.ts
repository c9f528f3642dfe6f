import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sampleOf } from "#shared/testing/sample.ts";
import { events, fileOf, folder } from "../tests/golden/events.ts";
import { say } from "./progress.mjs";

/** Writes an example of every event version that has none. What is there stays: old events are read for ever. */
for (const [type, service, { version, data }] of events) {
  const file = join(folder, fileOf(service, type, version));
  if (existsSync(file)) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ type, version, data: sampleOf(data) }, undefined, 2)}\n`);
  say(`${fileOf(service, type, version)}: look whether the example is a likely one, and commit it`);
}
