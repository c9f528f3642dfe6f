import { spawnSync } from "node:child_process";

/** What a small program prints in a process of its own, for what depends on node's flags. Throws what it complained of. */
export function printedBy(program: string, flags: string[]): string {
  const all = [...flags, "--experimental-strip-types", "--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  return stdout.trim();
}
