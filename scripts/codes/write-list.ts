import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Code, CodeList } from "#shared/codes/codes.ts";

export type ListHeader = Pick<CodeList, "source" | "sourceDate" | "retrieved">;

/** Writes shared/codes/lists/<name>.json, one entry a line, so that a new edition of a list reads well as a diff. */
export async function writeList(name: string, header: ListHeader, codes: Code[]): Promise<void> {
  const sorted = codes.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const { source, sourceDate, retrieved } = header;
  const head = JSON.stringify(
    { source, sourceDate, retrieved, count: sorted.length, sha256: checksum(sorted) },
    null,
    2,
  );
  const lines = sorted.map((code) => `    ${JSON.stringify(code)}`).join(",\n");
  const text = `${head.slice(0, -2)},\n  "codes": [\n${lines}\n  ]\n}\n`;
  await writeFile(new URL(`../../shared/codes/lists/${name}.json`, import.meta.url), text);
  console.log(`${name}: ${sorted.length} codes`);
}

export function checksum(codes: readonly Code[]): string {
  return createHash("sha256").update(JSON.stringify(codes)).digest("hex");
}
