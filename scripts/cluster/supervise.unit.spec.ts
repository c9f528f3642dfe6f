import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "@jest/globals";
import { nextDelay } from "../back-off.ts";
import { supervise } from "./supervise.ts";

describe("the wait before the next start", () => {
  test("doubles from 250 ms to 10 s while a process keeps dying", () => {
    const waits: number[] = [];
    for (let wait: number | undefined; waits.length < 8; waits.push(wait)) wait = nextDelay(wait, 0);
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  test("begins afresh after 30 s up", () => {
    expect(nextDelay(8_000, 29_999)).toBe(10_000);
    expect(nextDelay(8_000, 30_000)).toBe(250);
  });
});

describe("a supervised process", () => {
  const program = 'process.on("message", () => process.send("started"))';
  const start = () =>
    spawn(process.execPath, ["-e", program], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const until = async (isTrue: () => boolean) => {
    while (!isTrue()) await new Promise((done) => setTimeout(done, 20));
  };

  test("is started again when it dies, and is said to serve only when it does", async () => {
    const told: string[] = [];
    let running: ChildProcess | undefined;
    const startNoted = () => {
      running = start();
      return running;
    };
    const child = supervise("missions", startNoted, (line) => told.push(line));
    running?.send("serve");
    await until(() => child.serves);
    const first = child.pid;
    child.kill("SIGKILL");
    await until(() => child.restarts > 0);
    expect(child.pid).not.toBe(first);
    const before = [
      `✓ missions serves, as process ${first}`,
      "! missions ended (SIGKILL), which the others see within 6 s; again in 250 ms",
      `  missions started again, as process ${child.pid}`,
    ];
    expect([told, child.serves]).toEqual([before, false]);
    running?.send("serve");
    await until(() => child.serves);
    expect(told).toEqual([...before, `✓ missions serves again, as process ${child.pid}`]);
    await child.stop();
    expect([child.pid, child.restarts, child.serves]).toEqual([undefined, 1, false]);
  });

  test("stays down once stopped, also while it waits for its next start", async () => {
    const started: ChildProcess[] = [];
    const startNoted = () => {
      const child = start();
      started.push(child);
      return child;
    };
    const child = supervise("log", startNoted, () => {});
    child.kill("SIGKILL");
    await once(started[0]!, "exit");
    await child.stop();
    await new Promise((done) => setTimeout(done, 2 * nextDelay(undefined, 0)));
    expect(started).toHaveLength(1);
  });
});
