// Writes what the containers may know but the repository may not, into deploy/secrets; keeps what is there.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { serviceNames } from "../app/services.ts";
import { root } from "../paths.ts";
import { say } from "../progress.mjs";

const folder = join(root, "deploy", "secrets");
// Only its owner enters the folder; the files are open, for the user in a container is another than here.
mkdirSync(folder, { recursive: true, mode: 0o700 });

const random = () => randomBytes(32).toString("hex");

function keep(name: string, make: () => string): string {
  const file = join(folder, name);
  if (!existsSync(file)) {
    writeFileSync(file, make(), { mode: 0o644 });
    say(`✓ deploy/secrets/${name}`);
  }
  return readFileSync(file, "utf8").trim();
}

keep("causeway_secret", random);
keep("mongodb_uri", () => "mongodb://mongodb:27017/causeway?replicaSet=rs0");
// Empty: letters wait in the outbox until `smtp://user:password@host:587` stands here.
keep("smtp_url", () => "");
// Empty: people sign in here and nowhere else.
keep("openid_providers", () => "");
const passwords = serviceNames().map((name) => `${name}_password: "${keep(`nats_${name}`, random)}"\n`);
// In place and always: a running container keeps seeing the file it was given, not one that replaces it.
writeFileSync(join(folder, "passwords.conf"), passwords.join(""), { mode: 0o644 });
