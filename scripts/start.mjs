import { handOver } from "./bootstrap.mjs";

await handOver("scripts/start.ts", process.argv.slice(2));
