import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A file of ours: its path from the root, and its text. */
export type Source = { path: string; text: string };

export const sourcesOf = (...patterns: string[]): Source[] =>
  globSync(patterns, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path) })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

export type Import = { target: string; typeOnly: boolean };

/** What a file imports, each target as a path from the root, or as the package that it is. */
export function importsOf({ path, text }: Source): Import[] {
  const found = withoutComments(text).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^;"'`]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g,
  );
  return [...found].map(([, type, from, dynamic]) => ({
    target: resolved(path, (from ?? dynamic)!),
    typeOnly: type !== undefined,
  }));
}

function resolved(path: string, target: string): string {
  if (target.startsWith(".")) return normalize(join(dirname(path), target)).replaceAll("\\", "/");
  return target.replace(/^#(shared|services)\//, "$1/");
}

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

export const isSpec = (path: string): boolean => /\.(spec|testing)\.tsx?$/.test(path);
