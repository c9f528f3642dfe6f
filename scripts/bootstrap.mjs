// Needs nothing but Node 20 and npm: brings Node 24 and the packages, then hands over to a TypeScript script.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { exclusively } from "./lock.mjs";
import { Advice, explain, say, step } from "./progress.mjs";
import { remedy } from "./remedy.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache");
const wanted = "24.21.0";
const oldest = [24, 15];

/** Runs scripts/<script> under Node 24 with everything it needs, and ends as it ended. */
export async function handOver(script, args) {
  try {
    const { node, env } = await provide();
    await runToTheEnd(node, join(root, script), args, env);
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}

async function provide() {
  return exclusively(join(cache, "bootstrap.lock"), async () => {
    const node = isRecent(process.versions.node) ? process.execPath : await fetchNode();
    const began = { CAUSEWAY_BEGAN: String(performance.timeOrigin) };
    const env = { ...process.env, ...began, PATH: [dirname(node), process.env.PATH].join(delimiter) };
    if (!packagesMatchLock()) await installPackages(node, env);
    return { node, env };
  });
}

function isRecent(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

async function fetchNode() {
  const home = join(cache, "node");
  const node = join(home, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(node) && (await answers(node))) return node;
  say("  What is missing is brought into this folder: about a minute, only the first time.");
  await step(`Node ${wanted} (this is ${process.versions.node}) into .cache/node`, async () => {
    mkdirSync(home, { recursive: true });
    await npm(process.execPath, process.env, [
      "install",
      "--ignore-scripts=false",
      "--prefix",
      home,
      `node@${wanted}`,
    ]);
    if (!(await answers(node))) {
      throw new Advice(
        `Node ${wanted} did not come to run here. Install Node 24.15 or newer, then try again.`,
      );
    }
  });
  return node;
}

async function answers(node) {
  const { code, output } = await run(node, ["--version"], process.env);
  return code === 0 && output.trim() === `v${wanted}`;
}

// npm writes what it really installed beside the packages. Comparing that keeps packages which were brought up to
// date by hand, and the stamp makes the second start quick.
function packagesMatchLock() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = join(root, "node_modules", ".causeway-lock");
  const hash = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return true;
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed) || !sameVersions(lock, readFileSync(installed, "utf8"))) return false;
  writeFileSync(stamp, hash);
  return true;
}

function sameVersions(lock, installed) {
  const wantedPackages = JSON.parse(lock).packages;
  const present = JSON.parse(installed).packages;
  const isPresent = ([path, { version, optional }]) =>
    path === "" || present[path]?.version === version || (optional && !present[path]);
  return Object.entries(wantedPackages).every(isPresent);
}

// Not `npm ci`: it refuses a lock file that lacks the optional packages of other systems, as one made where the
// registry has only this system's does. Installing without saving gives the same versions, and that is checked.
async function installPackages(node, env) {
  await step("Packages (npm install; about a minute, only when they changed)", () =>
    npm(node, env, ["install", "--no-save", "--no-audit", "--no-fund"]),
  );
  if (!packagesMatchLock()) {
    throw new Advice(
      "npm installed other versions than package-lock.json says. Remove node_modules, then try again.",
    );
  }
}

async function npm(node, env, args) {
  // The npm that started us, or else the first on the PATH (on Windows only a shell finds it).
  const script = process.env.npm_execpath;
  const viaNode = script !== undefined && /npm-cli\.c?js$/.test(script);
  const { code, output } = viaNode
    ? await run(node, [script, ...args], env)
    : await run("npm", args, env, { shell: process.platform === "win32" });
  if (code !== 0)
    throw new Advice(`npm ${args[0]} failed. ${whyOf(output)}\n\n${output.trim().slice(-2000)}`);
}

function whyOf(output) {
  if (/spawn npm ENOENT/.test(output)) return "npm is not on the PATH: install Node.js together with npm.";
  const advice = remedy(output);
  if (advice) return advice;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|CERT/.test(output)) {
    return "The package registry was not reached: check the network, and a proxy with `npm config get proxy`.";
  }
  return "Its last words:";
}

function run(command, args, env, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => done({ code: 1, output: error.message }));
    child.on("close", (code) => done({ code, output }));
  });
}

function runToTheEnd(node, script, args, env) {
  const preload = pathToFileURL(join(root, "scripts", "stop-with-parent.mjs")).href;
  const child = spawn(node, ["--import", preload, script, ...args], {
    cwd: root,
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const watch = whenAbandoned(() => child.kill("SIGTERM"));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      process.exitCode = code ?? 128 + constants.signals[signal];
      done();
    });
  });
}

// npm passes a SIGTERM to its shell, which dies of it without passing it on to us.
function whenAbandoned(act) {
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) act();
  };
  return process.env.npm_lifecycle_event ? setInterval(look, 250) : undefined;
}
