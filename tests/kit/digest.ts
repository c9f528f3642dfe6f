import { createHash } from "node:crypto";
import stringify from "safe-stable-stringify";
import { database, type Mongo } from "#shared/mongo/connect.ts";

/**
 * What is stored, one sha256 a collection over its rows in canonical form and order.
 * Documents that no event names yet are left out when `settledOnly`: they are swept, and nobody can see them.
 */
export async function digestOf(mongo: Mongo, { settledOnly = false, without = [] as string[] } = {}) {
  const db = database(mongo);
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();
  const digests: Record<string, string> = {};
  for (const name of names.filter((one) => !without.includes(one))) {
    const rows = await db.collection(name).find({}).toArray();
    const kept = rows.filter((row) => !(settledOnly && row.pending));
    const lines = kept.map((row) => stringify(row) ?? "").sort();
    digests[name] = `${lines.length} ${createHash("sha256").update(lines.join("\n")).digest("hex")}`;
  }
  return digests;
}
