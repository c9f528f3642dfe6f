/**
 * Writes count and checksum anew into the lists that are kept by hand (ecosystems, NACE) after a change.
 * Run: node scripts/codes/seal.ts ecosystems nace
 */
import { readFile } from "node:fs/promises";
import type { CodeList } from "#shared/codes/codes.ts";
import { writeList } from "./write-list.ts";

for (const name of process.argv.slice(2)) {
  const file = new URL(`../../shared/codes/lists/${name}.json`, import.meta.url);
  const list = JSON.parse(await readFile(file, "utf8")) as CodeList;
  await writeList(name, list, list.codes);
}
