import { setTimeout as sleep } from "node:timers/promises";
import { nobody } from "../access/principal.ts";
import { systemClock } from "../clock/clock.ts";
import type { Appended } from "./commit.ts";
import { limits, openExecutor } from "./execute.ts";
import type { Tail } from "./tail.ts";

/** Commands on streams of their own, which wait until the log answers them all. */
function open() {
  let answer = Promise.withResolvers<Appended>();
  let commands = 0;
  const executor = openExecutor({
    tail: { ofStream: async () => [] } as Partial<Tail> as Tail,
    clock: systemClock,
    crashAt: () => {},
    append: () => answer.promise,
  });
  const executing: Promise<unknown>[] = [];
  return {
    executor,
    come(count: number) {
      for (let n = 0; n < count; n++) executing.push(executor.execute(commandOn(`stream/${commands++}`)));
    },
    async answer() {
      answer.resolve({ position: 1 });
      await Promise.all(executing.splice(0));
      answer = Promise.withResolvers();
    },
  };
}

const commandOn = (stream: string) => ({
  ...{ feature: { name: "stream", initial: null, evolve: () => null }, stream, decide: () => [] },
  ...{ command: {}, facts: {}, reply: () => ({}), by: nobody },
  ...{ name: "test.do", key: stream, hash: stream },
});

it("takes those for a crowd who wait in numbers for a while, and no others", async () => {
  const { executor, come, answer } = open();
  come(40);
  expect(executor.isCrowded()).toBe(false);
  await answer();
  for (let n = 0; n < 10; n++) {
    come(40);
    await answer();
  }
  expect(executor.isCrowded()).toBe(false);
  come(1);
  expect(executor.isCrowded()).toBe(true);
  await answer();
  for (let n = 0; n < 100; n++) {
    come(2);
    await answer();
  }
  come(2);
  expect(executor.isCrowded()).toBe(false);
  await answer();
});

it("lets whoever follows the log rest while there is a crowd, and no longer", async () => {
  const { executor, come, answer } = open();
  let rested = false;
  await executor.giveWay(60_000);
  come(100);
  const resting = executor.giveWay(30).then(() => {
    rested = true;
  });
  await new Promise(setImmediate);
  expect(rested).toBe(false);
  await answer();
  await resting;
  await executor.giveWay(60_000);
});

it("lets them rest longer when the crowd has lasted", async () => {
  const { executor, come, answer } = open();
  const rested = async () => {
    const began = performance.now();
    await executor.giveWay(limits.rest);
    return performance.now() - began;
  };
  for (let n = 0; n < 10; n++) {
    come(40);
    await answer();
  }
  await sleep(limits.lasting);
  come(40);
  // A timer may be a millisecond early.
  expect(await rested()).toBeGreaterThan(limits.longer * limits.rest - 2);
  await answer();
  for (let n = 0; n < 100; n++) {
    come(2);
    await answer();
  }
  come(2);
  expect(await rested()).toBeLessThan(limits.rest);
  await answer();
});
