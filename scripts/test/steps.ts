import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.ts";
import { say } from "../progress.mjs";
import { runNode } from "./run.ts";
import { nothing, oneFailure, type Tally, tallyOfJest } from "./tally.ts";

const minute = 60_000;
const programs = join(root, "node_modules");

export async function typeCheck(project: string): Promise<Tally> {
  return check([join(programs, "typescript", "bin", "tsc"), "--noEmit", "-p", project]);
}

export async function lint(): Promise<Tally> {
  const colours = process.stdout.isTTY ? [] : ["--colors=off"];
  return check([join(programs, "@biomejs", "biome", "bin", "biome"), "ci", ...colours, "."]);
}

async function check(args: string[]): Promise<Tally> {
  const ending = await runNode(args, process.env, 5 * minute);
  if (!ending.ok) say(`✗ ${ending.why}`);
  return ending.ok ? nothing : oneFailure;
}

export type JestRun = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  reports: string;
  minutes: number;
};

export async function jest({ name, args, env, reports, minutes }: JestRun): Promise<Tally> {
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const program = join(programs, "jest", "bin", "jest.js");
  const output = ["--json", `--outputFile=${report}`];
  const ending = await runNode([...flags, program, ...args, ...output], env, minutes * minute, report);
  if (!ending.ok) say(`✗ ${name}: jest ${ending.why}`);
  return tallyOfJest(report, ending.ok);
}

export const webTypes = () => (existsSync(join(root, "web", "tsconfig.json")) ? "web" : undefined);
export const webJestConfig = () => {
  const config = join(root, "web", "jest.config.mjs");
  return existsSync(config) ? config : undefined;
};
