import { setTimeout as pause } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { newId } from "../../shared/ids.ts";
import { openClient } from "../../tests/kit/client.ts";
import { Advice } from "../progress.mjs";

type Request = { body?: unknown; headers?: Record<string, string>; key?: string };

/** Asks again, with the same key, while the portal is away; throws on any other answer than the wished one. */
export type PatientClient = {
  get(path: string): Promise<any>;
  send(method: string, path: string, request?: Request): Promise<any>;
};

const patience = 60_000;
export const counts = { asked: 0, again: 0, longest: 0 };

export function openPatientClient(url: string, fixed: Record<string, string> = {}): PatientClient {
  const client = openClient(url, fixed);

  async function send(method: string, path: string, request: Request = {}): Promise<any> {
    const began = Date.now();
    const wish = { ...request, key: request.key ?? newId() };
    counts.asked++;
    for (;;) {
      const answer = await client
        .send(method, path, wish)
        .catch((error) => ({ status: 0, body: String(error) }));
      if (answer.status === 200) {
        counts.longest = Math.max(counts.longest, Date.now() - began);
        return answer.body;
      }
      const away = answer.status === 0 || answer.status === 503;
      if (!away || Date.now() - began > patience)
        throw new Advice(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      counts.again++;
      await pause(250);
    }
  }

  return { get: (path) => send("GET", path), send };
}

export function check(what: string, found: unknown, wished: unknown): void {
  if (!isDeepStrictEqual(found, wished))
    throw new Advice(`${what}: ${JSON.stringify(found)}, but should be ${JSON.stringify(wished)}`);
}
