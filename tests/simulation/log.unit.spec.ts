import { testRun } from "#shared/config/test-servers.ts";
import { faultsIn } from "./checks.ts";
import { runSeed } from "./run.ts";

const { all, seed } = testRun();
/** Seeds that once found something. */
const remembered = [718];
const range = Array.from({ length: all ? 3_000 : 300 }, (_, n) => n + 1);
const seeds = seed !== undefined ? [seed] : [...new Set([...remembered, ...range])];

it(`J2: keeps its promises in ${seeds.length} simulated runs full of faults`, async () => {
  let commits = 0;
  let commands = 0;
  for (const n of seeds) {
    const found = await runSeed(n).then(
      (run) => {
        commits += run.store.commits.length;
        commands += run.asked.length;
        return faultsIn(run);
      },
      (error) => [String(error.stack)],
    );
    if (found.length) {
      const again = `CAUSEWAY_SEED=${n} npm test -- simulation/log`;
      throw new Error(`Seed ${n}:\n${found.map((fault) => `  - ${fault}`).join("\n")}\nAgain: ${again}`);
    }
  }
  console.info(
    `${seeds.length} seeds: ${commands} answers, ${commits} commits, nothing lost, doubled or oversold`,
  );
}, 600_000);
