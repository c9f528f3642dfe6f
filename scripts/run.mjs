import { handOver } from "./bootstrap.mjs";

const scripts = {
  access: "scripts/access.ts",
  account: "scripts/account.ts",
  "audit:verify": "scripts/audit.ts",
  cluster: "scripts/cluster.ts",
  demo: "scripts/demo.ts",
  fix: "node_modules/@biomejs/biome/bin/biome",
  ladder: "scripts/ladder.ts",
  bench: "bench/main.ts",
  build: "scripts/build-web.ts",
  erasures: "scripts/erasures.ts",
  features: "scripts/features.ts",
  golden: "scripts/golden.ts",
  screens: "scripts/screens.ts",
  views: "scripts/views.ts",
};
const [name, ...args] = process.argv.slice(2);
if (name === "fix") args.unshift("check", "--write", ".");
if (Object.hasOwn(scripts, name ?? "")) await handOver(scripts[name], args);
else {
  process.stderr.write(`Say what to run: ${Object.keys(scripts).join(", ")}.\n`);
  process.exitCode = 1;
}
