import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/** The first program of that name on the PATH. */
export function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const endings = process.platform === "win32" ? [".exe"] : [""];
  return folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

type Options = { signal?: AbortSignal; cwd?: string; env?: NodeJS.ProcessEnv };

/** Runs a program to its end and gives what it printed; throws with its last words when it failed. */
export function output(command: string, args: string[], options: Options = {}): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(isAbsolute(command) ? command : (onPath(command) ?? command), args, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  let printed = "";
  let complained = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    complained += chunk;
  });
  child.on("error", (error) =>
    reject(options.signal?.aborted ? new Error(`${command} took too long`) : error),
  );
  child.on("close", (code) => {
    const words = lastLines(complained || printed);
    if (code === 0) resolve(printed.trim());
    else
      reject(
        new Error(`\`${[command, ...args].join(" ")}\` failed${words ? `:\n${words}` : " without a word"}`),
      );
  });
  return promise;
}

export const lastLines = (text: string) => text.trim().split("\n").slice(-5).join("\n");

/** As `output`, for a quick question: undefined when it fails or takes longer than two seconds. */
export function ask(command: string, args: string[]): Promise<string | undefined> {
  return output(command, args, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
}

export const isRoot = () => process.getuid?.() === 0;
