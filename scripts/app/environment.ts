import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../paths.ts";

/** The environment of every process of the portal, on top of what the user set. */
export function appEnvironment(mongodbUrl: string, natsUrl: string): NodeJS.ProcessEnv {
  const user = process.env;
  return {
    ...user,
    MONGODB_URI: mongodbUrl,
    ...(natsUrl && { NATS_URL: natsUrl }),
    ...(!user.CAUSEWAY_SECRET && { CAUSEWAY_SECRET_FILE: user.CAUSEWAY_SECRET_FILE ?? ownSecretFile() }),
    // On someone's own screen the lines of the start matter more than those of the broker.
    ...(isDemo() && { CAUSEWAY_DEMO: "1", LOG_LEVEL: user.LOG_LEVEL ?? "warn" }),
  };
}

/** Whoever names a database or a public address has a real installation, which gets no demo persons. */
export const isDemo = () => !process.env.MONGODB_URI && !process.env.CAUSEWAY_PUBLIC_URL;

function ownSecretFile(): string {
  const file = join(dataDir, "secret");
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file))
    writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return file;
}
