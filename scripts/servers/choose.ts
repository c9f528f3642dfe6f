import { join } from "node:path";
import { Advice } from "../progress.mjs";
import type { Ladder, Rung, Server } from "./rung.ts";

export type Tried = { name: string; why: string };
/** The rung that is asked for, and the one that served last time. */
export type Wish = { forced: string | undefined; last: string | undefined };
export type Choice = { rung: Rung; server: Server; tried: Tried[] };

/**
 * Starts the first rung that serves: the forced one and no other, or else the one that served last time
 * (its data is there), then the others from the top.
 */
export async function chooseServer(ladder: Ladder, wish: Wish, dir: string, keep: boolean): Promise<Choice> {
  const tried: Tried[] = [];
  for (const rung of orderOf(ladder, wish)) {
    try {
      const server = await attempt(rung, join(dir, rung.name), keep);
      return { rung, server, tried };
    } catch (error) {
      // Words for the reader: another rung would hide them, and serve without the data.
      if (error instanceof Advice) throw error;
      tried.push({ name: rung.name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  throw new Advice(nothingServes(ladder, tried, wish.forced));
}

export function orderOf(ladder: Ladder, { forced, last }: Wish): Rung[] {
  if (forced !== undefined) {
    const only = ladder.rungs.find((rung) => rung.name === forced);
    if (only) return [only];
    const names = ladder.rungs.map((rung) => rung.name).join(", ");
    throw new Advice(`${ladder.forcedBy}=${forced} names no way to ${ladder.kind}. Choose one of: ${names}.`);
  }
  return ladder.rungs.toSorted((a, b) => Number(b.name === last) - Number(a.name === last));
}

const secondsToLook = 5;

export async function attempt(rung: Rung, dir: string, keep: boolean): Promise<Server> {
  const late = `no answer within ${secondsToLook} s whether it can serve`;
  const hindrance = await within(secondsToLook * 1_000, late, rung.possible());
  if (hindrance) throw new Error(hindrance);
  const starting = rung.start(dir, { signal: AbortSignal.timeout(rung.patience), keep });
  try {
    // A second more than the signal: a rung that heeds it tells more than that it was late.
    return await within(rung.patience + 1_000, `not ready within ${rung.patience / 1_000} s`, starting);
  } catch (error) {
    starting.then((server) => server.stop()).catch(() => {});
    throw error;
  }
}

async function within<T>(ms: number, message: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(message)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function nothingServes(ladder: Ladder, tried: Tried[], forced: string | undefined): string {
  const list = tried
    .map(({ name, why }) => `  - ${name}: ${why.trim().replaceAll("\n", "\n    ")}`)
    .join("\n");
  if (forced === "given") return `${ladder.givenBy} is set, and that ${ladder.kind} does not serve.\n${list}`;
  if (forced !== undefined)
    return `${ladder.forcedBy}=${forced}, and that ${ladder.kind} does not serve.\n${list}`;
  return `There is no ${ladder.kind}. Tried:\n${list}\n${ladder.help}`;
}

/** Neither doing without a server nor one that steps in for another is a find to come back to: the next run looks again. */
export const isToKeep = ({ server, tried }: Choice, { forced, last }: Wish): boolean =>
  !forced && server.url !== "" && !tried.some(({ name }) => name === last);

/** What is worth knowing of the way to a choice; nothing when it was the first rung or last time's. */
export function remarks(choice: Choice, last: string | undefined, dir: string): string[] {
  const gone = choice.tried.find(({ name }) => name === last);
  if (!gone) return [];
  const kept = `Its data stays in ${join(dir, gone.name)}.`;
  return [`${gone.name} served last time and does not now: ${gone.why}. ${kept}`];
}
