import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A script of ours, run as by hand, with these settings and no others. */
export async function runScript(
  name: string,
  args: string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  const script = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));
  const env = { PATH: "", ...settings };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  return { code, said };
}
