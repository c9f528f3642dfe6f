// Tries every way to a server on this machine, for real, and prints what came of it.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { choiceOf } from "./ladder/choice.ts";
import { exerciseMongodb, exerciseNats } from "./ladder/exercise.ts";
import { dataDir } from "./paths.ts";
import { say, step } from "./progress.mjs";
import { findBrowser } from "./servers/browser.ts";
import { attempt } from "./servers/choose.ts";
import { wishFor } from "./servers/climb.ts";
import { mongodb } from "./servers/mongodb.ts";
import { nats, natsOrNone } from "./servers/nats.ts";
import type { Ladder, Rung } from "./servers/rung.ts";

type Row = { rung: string; verdict: string; version: string; seconds: string; why: string };

const folder = join(dataDir, `ladder-${process.pid}`);

async function tryLadder(ladder: Ladder, exercise: (url: string) => Promise<void>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const rung of ladder.rungs) {
    const label = `${ladder.kind} ${rung.name}`;
    const longest = rung.patience > 60_000 ? " (a first time may take minutes)" : "";
    const work = () => tryRung(ladder.kind, rung, exercise);
    rows.push(await step(`${label}${longest}`, work, ({ verdict }) => `${label}: ${verdict}`));
  }
  return rows;
}

async function tryRung(kind: string, rung: Rung, exercise: (url: string) => Promise<void>): Promise<Row> {
  const began = performance.now();
  const row = (verdict: string, version: string, why: string): Row => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    return { rung: `${kind} ${rung.name}`, verdict, version, seconds, why };
  };
  try {
    const hindrance = await rung.possible();
    if (hindrance) return row("not here", "", hindrance);
    const server = await attempt(rung, join(folder, kind, rung.name), false);
    try {
      await exercise(server.url);
    } finally {
      await server.stop();
    }
    return row("serves", server.version, "");
  } catch (error) {
    return row("FAILS", "", error instanceof Error ? error.message : String(error));
  }
}

async function browserRow(): Promise<Row> {
  const began = performance.now();
  const { path, told } = await findBrowser();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const [version, why] = path ? [told, ""] : ["", told];
  return { rung: "browser", verdict: path ? "serves" : "not here", version, seconds, why };
}

function print(rows: Row[]): void {
  const header: Row = {
    rung: "rung",
    verdict: "verdict",
    version: "version",
    seconds: "seconds",
    why: "why not",
  };
  const columns = ["rung", "verdict", "version", "seconds"] as const;
  const all = [header, ...rows];
  const wide = (column: (typeof columns)[number]) => Math.max(...all.map((row) => row[column].length));
  for (const row of all) {
    const cells = columns.map((column) => row[column].padEnd(wide(column)));
    say([...cells, row.why.replaceAll("\n", " ")].join("  ").trimEnd());
  }
}

const rows = [...(await tryLadder(mongodb, exerciseMongodb)), ...(await tryLadder(natsOrNone, exerciseNats))];
rows.push(await step("browser", browserRow, ({ verdict }) => `browser: ${verdict}`));
rmSync(folder, { recursive: true, force: true });
say("");
print(rows);
const serving = rows.filter(({ verdict }) => verdict === "serves").map(({ rung }) => rung);
say("");
for (const [who, ladder] of [
  ["npm start", mongodb],
  ["npm run cluster", nats],
] as const) {
  const can = ladder.rungs.filter(({ name }) => serving.includes(`${ladder.kind} ${name}`));
  say(`  ${who} takes ${choiceOf(ladder, wishFor(ladder), can)}`);
}
if (rows.some((row) => row.verdict === "FAILS")) process.exitCode = 1;
process.exit();
