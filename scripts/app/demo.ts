import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../paths.ts";

const preload = pathToFileURL(join(root, "scripts", "stop-with-parent.mjs")).href;
const script = join(root, "scripts", "demo.ts");

/** Fills the demo set into a database that these scripts provided, if its log is empty. False when it could not. */
export async function fillDemoIfEmpty(mongodbUrl: string): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", preload, script, "--if-empty", `--on=${mongodbUrl}`], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [code] = await once(child, "exit");
  return code === 0;
}
