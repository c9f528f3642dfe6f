import { hash } from "node:crypto";
import type { ServiceBroker } from "moleculer";
import { codeOf } from "../code-of.ts";

const patienceMs = 3_000;
/** Ten times what a range of the largest list there is takes. */
const mostBytes = 1_000_000;
const lineForm = /^([0-9A-F]{35}):(\d+)$/i;

type Logger = Pick<ServiceBroker["logger"], "info" | "warn">;

/** Whose process has said that the service is away, and not yet that it is back: an outage is told once. */
const saidAway = new WeakSet<Logger>();

/**
 * Whether it stands in a service that lists passwords from break-ins, by range: it is told the first five figures of a SHA-1
 * and answers with all rests it knows. One that does not answer keeps nobody from choosing a password, and is told to the log.
 */
export async function isLeaked(
  password: string,
  rangeUrl: string | undefined,
  logger: Logger,
): Promise<boolean> {
  if (!rangeUrl) return false;
  const sha1 = hash("sha1", password, "hex").toUpperCase();
  try {
    const rests = await restsOf(`${rangeUrl.replace(/\/$/, "")}/${sha1.slice(0, 5)}`);
    if (saidAway.delete(logger)) logger.info("leaked passwords: the service answers again");
    return rests.has(sha1.slice(5));
  } catch (error) {
    if (!saidAway.has(logger)) logger.warn(`leaked passwords away: ${codeOf(error)}`);
    saidAway.add(logger);
    return false;
  }
}

async function restsOf(address: string): Promise<Set<string>> {
  const headers = { "add-padding": "true" };
  const signal = AbortSignal.timeout(patienceMs);
  // Only whom the setting names is asked: a redirect is an answer like any other that is not the list.
  const response = await fetch(address, { headers, signal, redirect: "manual" });
  if (response.ok) return restsIn(await textOf(response));
  await response.body?.cancel();
  throw away(`status_${response.status}`);
}

async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw away("too_long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Those that some break-in had: lines that only fill up count none. */
function restsIn(text: string): Set<string> {
  const rests = new Set<string>();
  for (const line of text.split(/\r?\n/).filter(Boolean)) {
    const [, rest, count] = lineForm.exec(line) ?? [];
    if (!rest) throw away("not_a_range");
    if (Number(count) > 0) rests.add(rest.toUpperCase());
  }
  return rests;
}

const away = (code: string) => Object.assign(new Error(code), { code });
