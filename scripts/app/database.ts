import { join } from "node:path";
import { dataDir } from "../paths.ts";
import { Advice, say } from "../progress.mjs";
import { climb } from "../servers/climb.ts";
import { mongodb } from "../servers/mongodb.ts";
import type { Server } from "../servers/rung.ts";

/** For a script that looks at the portal's database: what `climb` says of it comes first, so that nobody takes one for another. */
export async function openDatabase(): Promise<Server> {
  const server = await climb(mongodb, join(dataDir, "mongodb"), true);
  if (!process.env.MONGODB_URI)
    say("  MONGODB_URI is not set: this is the database that npm start in this folder uses, and no other.");
  return server;
}

/** With another secret than the portal's nobody would be found, and all that is written would fit nothing. */
export function needSecretOfPortal(): void {
  const { MONGODB_URI, CAUSEWAY_SECRET, CAUSEWAY_SECRET_FILE } = process.env;
  if (!MONGODB_URI || CAUSEWAY_SECRET || CAUSEWAY_SECRET_FILE) return;
  throw new Advice(
    "MONGODB_URI is set, so this also needs the secret of that installation: give CAUSEWAY_SECRET_FILE or CAUSEWAY_SECRET, the same as the portal has.",
  );
}
