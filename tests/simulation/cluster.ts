import { nobody } from "#shared/access/principal.ts";
import { type Appender, limits as appendLimits, openAppender } from "#shared/log/append.ts";
import { headOf } from "#shared/log/collection.ts";
import type { Appended, Commit, Entry } from "#shared/log/commit.ts";
import type { CommandCall, Executed } from "#shared/log/decide.ts";
import { type Executor, limits as executeLimits, openExecutor } from "#shared/log/execute.ts";
import { openTail, type Tail } from "#shared/log/tail.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

export type Command = Pick<
  CommandCall,
  "feature" | "stream" | "decide" | "command" | "reply" | "name" | "key" | "hash"
>;

export type Cluster = { execute(command: Command): Promise<Executed>; stop(): void };

// So few that what is remembered gets forgotten all the time.
appendLimits.streams = 2;
executeLimits.folded = 60;

type Node = { tail: Tail; executor: Executor };

const clock = (world: World) => ({ now: () => new Date(Date.UTC(2026, 10, 23, 9) + world.now()) });
const crashAt = () => {};

/**
 * Two processes that decide and two that append, or one that does both. A process that dies leaves its work behind
 * as one that was only frozen would: it goes on, and nobody hears its answers.
 */
export async function openCluster(world: World, { log }: Store): Promise<Cluster> {
  const inOneProcess = world.percent(30);
  const nodes: Node[] = [];
  /** Of the dead ones too: each looks at the log once a second of real time. */
  const tails: Tail[] = [];
  const appenders: Appender[] = [];
  let running = true;

  function startNode(): Node {
    const tail = openTail(log);
    tails.push(tail);
    const executor = openExecutor({
      tail,
      clock: clock(world),
      crashAt,
      append,
      pause: (most) => world.pause(world.between(0, most)),
    });
    const node = { tail, executor };
    void follow(node);
    return node;
  }

  /** Views and reactions read the end of the log, now and then late. */
  async function follow({ tail }: Node) {
    for (let position = 0; running; ) {
      await world.pause(world.between(20, 1_000));
      try {
        tail.announce(await headOf(log));
        position = (await tail.after(position)).at(-1)?._id ?? position;
      } catch {
        // The next look may find the database there.
      }
    }
  }

  async function startAppender(): Promise<Appender> {
    for (;;) {
      try {
        return await openAppender(log, {
          clock: clock(world),
          crashAt,
          onCommit,
          pause: (ms) => world.pause(ms),
        });
      } catch {
        await world.pause(50);
      }
    }
  }

  function onCommit(commit: Commit) {
    for (const { tail } of nodes) {
      if (inOneProcess) tail.offer(commit);
      else if (!world.fault(30)) void world.pause(world.between(0, 40)).then(() => tail.announce(commit._id));
    }
  }

  /** Over NATS: late, lost, twice, or with the answer lost. */
  async function append(entry: Entry): Promise<Appended> {
    if (inOneProcess) return world.within(5_000, world.pick(appenders).append(entry));
    await world.pause(world.between(0, 10));
    if (world.fault(2)) return world.within(5_000, new Promise(() => {}));
    const answer = world.pick(appenders).append(structuredClone(entry));
    if (world.fault(3))
      world
        .pick(appenders)
        .append(structuredClone(entry))
        .catch(() => {});
    answer.catch(() => {});
    if (world.fault(2)) return world.within(5_000, new Promise(() => {}));
    return world.within(5_000, answer);
  }

  async function kill() {
    while (running) {
      await world.pause(world.between(100, 1_500));
      if (!running || !world.fault(60)) continue;
      if (world.percent(50))
        appenders.splice(world.between(0, appenders.length - 1), 1, await startAppender());
      else nodes.splice(world.between(0, nodes.length - 1), 1, startNode());
    }
  }

  for (let n = 0; n < (inOneProcess ? 1 : 2); n++) {
    nodes.push(startNode());
    appenders.push(await startAppender());
  }
  void kill();

  return {
    execute: (command) =>
      world.within(5_000, world.pick(nodes).executor.execute({ ...command, facts: {}, by: nobody })),
    stop() {
      running = false;
      for (const tail of tails) tail.close();
    },
  };
}
