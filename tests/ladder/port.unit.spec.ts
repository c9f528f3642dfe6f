import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { isFree, onFreePort, Taken, wishedPort } from "../../scripts/app/port.ts";

const others: Server[] = [];
afterEach(() => {
  for (const other of others.splice(0)) other.close();
});

/** Somebody else's server. */
async function listen(port = 0): Promise<number> {
  const other = createServer();
  others.push(other);
  other.listen(port, "127.0.0.1");
  await once(other, "listening");
  return (other.address() as AddressInfo).port;
}

describe("a port that somebody else takes between the look and the start", () => {
  const startLate = (seen: number[]) => async (port: number) => {
    seen.push(port);
    if (seen.length > 1) return port;
    await listen(port);
    throw new Taken();
  };

  test("is left to them, and the next one is taken", async () => {
    const seen: number[] = [];
    const port = await onFreePort(undefined, startLate(seen));
    expect(seen).toEqual([seen[0], port]);
    expect(port).toBeGreaterThan(seen[0]!);
  });

  test("is said to be taken when it is the one that was asked for", async () => {
    const wish = await listen();
    others.pop()?.close();
    const seen: number[] = [];
    await expect(onFreePort(String(wish), startLate(seen))).rejects.toThrow("was taken meanwhile");
    expect(seen).toEqual([wish]);
  });
});

test("two starts in one folder do not reach for the same port", async () => {
  const startSlowly = async (port: number) => {
    await pause(300);
    return listen(port);
  };
  const [first, second] = await Promise.all([1, 2].map(() => onFreePort(undefined, startSlowly)));
  expect(second).not.toBe(first);
});

test("what else goes wrong at a start is not tried on another port", async () => {
  let tries = 0;
  const start = async () => {
    tries++;
    throw new Error("no database");
  };
  await expect(onFreePort(undefined, start)).rejects.toThrow("no database");
  expect(tries).toBe(1);
});

test("a wish for a port that is none, or taken, is refused", async () => {
  const taken = await listen();
  expect(await isFree(taken)).toBe(false);
  await expect(wishedPort(String(taken))).rejects.toThrow(`Port ${taken} is taken.`);
  await expect(wishedPort("80a")).rejects.toThrow("PORT=80a is no port");
  expect(await wishedPort(undefined)).toBeUndefined();
});
