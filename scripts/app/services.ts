import { globSync } from "node:fs";
import { root } from "../paths.ts";
import { Advice } from "../progress.mjs";

/** The folders of services/ that hold a service. */
export function serviceNames(): string[] {
  const files = globSync("services/*/*.service.ts", { cwd: root });
  return [...new Set(files.map((file) => file.split(/[/\\]/)[1] ?? ""))].sort();
}

/** SERVICES as a list, or all. A name without a service would otherwise be a warning among many. */
export function chosenServices(wish: string | undefined, present: string[]): string[] {
  if (!present.length) throw new Advice("There is no services/<name>/<name>.service.ts to start.");
  const wanted = (wish ?? "").split(",").map((name) => name.trim());
  const chosen = wanted.filter(Boolean);
  const unknown = chosen.filter((name) => !present.includes(name));
  if (unknown.length) {
    throw new Advice(
      `SERVICES names ${unknown.join(", ")}, which does not exist. There are: ${present.join(", ")}.`,
    );
  }
  return chosen.length ? chosen : present;
}
