import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildWeb } from "../../scripts/build-web.ts";
import { root } from "../../scripts/paths.ts";
import { beside, type Line } from "../lines.ts";

const budgetKiB = { js: 175, css: 12 };
const dist = join(root, "web", "dist");

type Chunk = { file: string; isEntry?: boolean; imports?: string[]; css?: string[] };
type Manifest = Record<string, Chunk>;

/** The bytes of the first public page: what the entry and the page of missions load, compressed. */
export async function pageWeight(): Promise<Line[]> {
  await buildWeb();
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
  const first = Object.keys(manifest).filter((name) => manifest[name]!.isEntry || isPublicPage(name));
  const loaded = withImports(manifest, first);
  const js = new Set(loaded.map(({ file }) => file));
  const css = new Set(loaded.flatMap((chunk) => chunk.css ?? []));
  return [
    beside("public page: JavaScript, compressed", weigh(js), "KiB", budgetKiB.js, { atMost: 1 }),
    beside("public page: CSS, compressed", weigh(css), "KiB", budgetKiB.css, { atMost: 1 }),
  ];
}

/** The part of the home page that is split off. */
const isPublicPage = (name: string) => /routes\/index\.tsx/.test(name);

function withImports(manifest: Manifest, names: string[]): Chunk[] {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name) || !manifest[name]) return;
    seen.add(name);
    for (const other of manifest[name].imports ?? []) visit(other);
  };
  for (const name of names) visit(name);
  return [...seen].map((name) => manifest[name]!);
}

const weigh = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1_024;
