// Sums what a page fetches before it can be used, gzipped, from Vite's manifest: `node web/budget.mjs`.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = new URL("./dist/", import.meta.url);
const kib = 1024;

/** The most a public page may weigh, and the pages it is measured on, by the parts that they load. */
export const budgets = { js: 175 * kib, css: 12 * kib };
const texts = (namespace) => `../i18n/en/${namespace}.json`;
const shell = ["index.html", texts("web"), texts("kernel"), "src/routes/$lang.tsx"];
const pages = {
  "/$lang": [...shell, "src/routes/$lang.index.tsx", texts("home"), texts("missions")],
  "/$lang/partners": [
    ...shell,
    "src/routes/$lang.partners.index.tsx",
    texts("partnerships"),
    texts("partners"),
  ],
  "/$lang/missions": [...shell, "src/routes/$lang.missions.index.tsx", texts("missions")],
  "/$lang/register/form/$section": [
    ...shell,
    "src/routes/$lang.register.form.tsx",
    "src/routes/$lang.register.form.$section.tsx",
    texts("partnerships"),
  ],
};

export const isBuilt = () => existsSync(new URL(".vite/manifest.json", dist));

export function measure() {
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
  return Object.entries(pages).map(([page, roots]) => ({ page, ...weigh(manifest, roots) }));
}

function weigh(manifest, roots) {
  const js = new Set();
  const css = new Set();
  const seen = new Set();
  const walk = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const part = manifest[name];
    js.add(part.file);
    for (const sheet of part.css ?? []) css.add(sheet);
    for (const other of part.imports ?? []) walk(other);
  };
  for (const root of roots) for (const name of partsOf(manifest, root)) walk(name);
  return { js: gzipped(js), css: gzipped(css) };
}

/** The halves into which a route is split bear its name with a query. */
function partsOf(manifest, root) {
  const found = Object.keys(manifest).filter((name) => name === root || name.startsWith(`${root}?`));
  if (!found.length) throw new Error(`The build has no part named ${root}`);
  return found;
}

const gzipped = (files) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length, 0);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { page, js, css } of measure()) {
    console.log(`${page}: JS ${(js / kib).toFixed(1)} KiB, CSS ${(css / kib).toFixed(1)} KiB, gzipped`);
    if (js > budgets.js || css > budgets.css) process.exitCode = 1;
  }
}
