import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";
import { Advice, explain, say, step } from "./progress.mjs";

const config = join(root, "web", "vite.config.ts");
const stampFile = join(root, "web", "dist", ".stamp");
const sources = ["web/**", "i18n/**", "shared/contract/**", "services/**/*.contract.ts", "package-lock.json"];

/** Builds the web app when its sources differ from those of the last build. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(config)) return;
  const stamp = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  await step("Web app (vite build; about ten seconds)", vite, () => "Web app (vite build)");
  writeFileSync(stampFile, stamp);
}

function hashOfSources(): string {
  const exclude = (path: string) => /(^|[/\\])(dist|node_modules)([/\\]|$)/.test(path);
  const files = globSync(sources, { cwd: root, exclude }).sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function vite(): Promise<void> {
  const program = join(root, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(process.execPath, [program, "build", "web", "--config", config], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      words += chunk;
    });
  }
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === 0) done();
      else fail(new Advice(`The web app does not build. Its last words:\n${words.trim().slice(-4_000)}`));
    });
  });
}

if (import.meta.main) {
  try {
    await buildWeb();
    say(existsSync(config) ? "✓ web/dist is up to date" : "There is no web/vite.config.ts to build from.");
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
