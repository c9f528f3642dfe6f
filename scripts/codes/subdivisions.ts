/**
 * Writes the list of subdivisions from the npm package iso-3166 (ISO 3166-2). It knows no retired ones.
 * Run after an update of the package: node scripts/codes/subdivisions.ts
 */
import { iso31662 } from "iso-3166";
import { writeList } from "./write-list.ts";

await writeList(
  "subdivisions",
  { source: "ISO 3166-2, by npm iso-3166 4.4.0 (MIT)", sourceDate: "2026-03-05", retrieved: "2026-11-23" },
  iso31662.map(({ code, name, parent }) => ({ code, name, ...(parent.length > 2 ? { parent } : {}) })),
);
