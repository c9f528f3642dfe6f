// Fails when node_modules differs from what package-lock.json says. Not `npm ci`, which would: it refuses a lock file
// that lacks the optional packages of other systems, as one made where the registry has only this system's does.
import { readFileSync } from "node:fs";

type Entry = { version?: string; optional?: true; dev?: true; devOptional?: true };

const packagesIn = (file: string): Record<string, Entry> =>
  JSON.parse(readFileSync(`${process.cwd()}/${file}`, "utf8")).packages;

const locked = packagesIn("package-lock.json");
const installed = packagesIn("node_modules/.package-lock.json");
const without = process.argv.includes("--omit=dev");
const mayLack = ({ optional, dev, devOptional }: Entry) => optional || (without && (dev || devOptional));

const missing = Object.entries(locked)
  .filter(([path, entry]) => path && !installed[path] && !mayLack(entry))
  .map(([path]) => `${path} is missing`);
const different = Object.entries(installed)
  .filter(([path, { version }]) => locked[path]?.version !== version)
  .map(([path, { version }]) => `${path} is ${version}, locked is ${locked[path]?.version ?? "none"}`);

for (const fault of [...missing, ...different]) process.stderr.write(`${fault}\n`);
process.exit(missing.length || different.length ? 1 : 0);
