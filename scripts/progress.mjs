import { fullDiskHere, remedy } from "./remedy.mjs";

// Plain lines with seconds. On a terminal the running step counts on in place; elsewhere it speaks up now and then.
const terminal = process.stdout.isTTY === true;
const colour = terminal && !process.env.NO_COLOR;
const green = colour ? "\x1b[32m✓\x1b[0m" : "✓";
const red = colour ? "\x1b[31m✗\x1b[0m" : "✗";

/** A mistake the reader can mend: shown without a stack. */
export class Advice extends Error {
  name = "Advice";
}

/** Since the command was given: `handOver` passes its own beginning on. */
export const sinceCommand = () => {
  const began = Number(process.env.CAUSEWAY_BEGAN) || performance.timeOrigin;
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
};

export const say = (line) => process.stdout.write(`${line}\n`);

const secondsSince = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

export async function step(label, work, tell = () => label) {
  const began = performance.now();
  const stopCounting = countOn(label, began);
  try {
    const result = await work();
    stopCounting();
    say(`${green} ${tell(result)} · ${secondsSince(began)}`);
    return result;
  } catch (error) {
    stopCounting();
    say(`${red} ${label} · ${secondsSince(began)}`);
    throw error;
  }
}

function countOn(label, began) {
  const show = () => {
    if (terminal) process.stdout.write(`\r\x1b[K… ${label} · ${secondsSince(began)}`);
    else say(`… ${label} · ${secondsSince(began)}`);
  };
  if (terminal) show();
  const timer = setInterval(show, terminal ? 500 : 10_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\x1b[K");
  };
}

/** The last word of a script that failed. */
export function explain(error) {
  process.stderr.write(`\n${red} ${inWords(error)}\n`);
}

function inWords(error) {
  // The second by its name: this also runs on a Node that does not read the file of its class.
  if (error instanceof Advice || error?.name === "ConfigError") return error.message;
  const advice = remedy(String(error)) ?? fullDiskHere();
  return advice ? `${advice}\n  (${error.message ?? error})` : (error?.stack ?? String(error));
}
