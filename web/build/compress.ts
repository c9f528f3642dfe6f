import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const worthIt = 1024;

/** Writes .gz and .br beside each text file, so that the gateway only hands them out. */
export function compress(): Plugin {
  let dist = "";
  return {
    name: "causeway-compress",
    apply: "build",
    configResolved({ build }) {
      dist = build.outDir;
    },
    closeBundle() {
      for (const name of globSync("assets/**/*.{js,css,svg,json}", { cwd: dist })) {
        const file = join(dist, name);
        if (statSync(file).size < worthIt) continue;
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        writeFileSync(`${file}.br`, brotliCompressSync(content, options));
      }
    },
  };
}
