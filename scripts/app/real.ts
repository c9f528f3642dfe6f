import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../paths.ts";
import { Advice } from "../progress.mjs";
import { isDemo } from "./environment.ts";

/** A real installation's secret is its owner's to keep: one made here would be lost with this folder. */
export function needSecret(): void {
  const { CAUSEWAY_SECRET, CAUSEWAY_SECRET_FILE } = process.env;
  if (isDemo() || CAUSEWAY_SECRET || CAUSEWAY_SECRET_FILE) return;
  const own = join(dataDir, "secret");
  const before = existsSync(own) ? ` The one that earlier starts here used is ${own}.` : "";
  throw new Advice(
    `MONGODB_URI or CAUSEWAY_PUBLIC_URL is set: that is a real installation, which needs a secret of its own. Make one with \`openssl rand -hex 32\` and name its file in CAUSEWAY_SECRET_FILE, or give CAUSEWAY_SECRET.${before}`,
  );
}

/** Invented members and missions, and the sessions of whoever chose to be somebody, are not for a real installation. */
export async function refuseDemoContents(mongodbUrl: string): Promise<void> {
  // Only now: a demo's start does without.
  const { contentsOf } = await import("../demo/contents.ts");
  const contents = await contentsOf(mongodbUrl);
  if (contents !== "demo" && contents !== "part") return;
  const { pathname } = new URL(mongodbUrl);
  throw new Advice(
    `This is to be a real installation, but the database "${pathname.slice(1)}" holds the demo set. Give MONGODB_URI of another one${orElse()}.`,
  );
}

/** Only containers still have it in a file by now. */
function orElse(): string {
  const { MONGODB_URI, MONGODB_URI_FILE } = process.env;
  if (MONGODB_URI_FILE) return ", or remove the volume that holds this one";
  return MONGODB_URI ? "" : `, or move ${join(dataDir, "mongodb")} away`;
}
