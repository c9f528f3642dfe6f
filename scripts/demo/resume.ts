import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "../paths.ts";
import { say } from "../progress.mjs";

const file = join(dataDir, "resume");

/** Keeps the link of a draft, which only its filling knows, until the portal has an address to show it with. */
export function noteResume(draft: string, link: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${draft}.${link}`, { mode: 0o600 });
}

/** Once: the first start after a filling shows it. */
export function tellResume(address: string): void {
  try {
    const link = readFileSync(file, "utf8");
    rmSync(file);
    say(`  To resume a registration that was begun (this link opens it for ten days or so):`);
    say(`  ${address}/en/register#${link}\n`);
  } catch {
    // Shown before.
  }
}
