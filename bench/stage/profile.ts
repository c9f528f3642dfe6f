import type { Profiler } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";

/** Where a process of Node was while some work was done, as its own profiler samples it. The signal opens its inspector. */
export async function profileOf(
  kill: (signal: NodeJS.Signals) => void,
  port: number,
  work: () => Promise<unknown>,
): Promise<Profiler.Profile> {
  kill("SIGUSR1");
  const inspector = await openInspector(port);
  await inspector.ask("Profiler.enable");
  await inspector.ask("Profiler.start");
  await work();
  const { profile } = (await inspector.ask("Profiler.stop")) as Profiler.StopReturnType;
  await inspector.ask("Profiler.disable");
  inspector.close();
  return profile;
}

/** Of the time that the process was at work, the share that it spent in functions of these files and what they called. */
export function shareOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, files: string[]): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const within = new Set<number>();
  const add = (id: number) => {
    if (within.has(id)) return;
    within.add(id);
    byId.get(id)?.children?.forEach(add);
  };
  for (const { id, callFrame } of nodes) if (files.some((file) => callFrame.url.endsWith(file))) add(id);
  let spent = 0;
  let worked = 0;
  for (const [n, id] of samples.entries()) {
    const time = timeDeltas[n] ?? 0;
    if (["(idle)", "(program)"].includes(byId.get(id)!.callFrame.functionName)) continue;
    worked += time;
    if (within.has(id)) spent += time;
  }
  return spent / worked;
}

async function openInspector(port: number) {
  const socket = new WebSocket(await addressAt(port));
  await new Promise((done, fail) => {
    socket.addEventListener("open", done, { once: true });
    socket.addEventListener("error", fail, { once: true });
  });
  let last = 0;
  return {
    ask: (method: string) =>
      new Promise<unknown>((done) => {
        const id = ++last;
        const take = ({ data }: MessageEvent) => {
          const answer = JSON.parse(data);
          if (answer.id !== id) return;
          socket.removeEventListener("message", take);
          done(answer.result);
        };
        socket.addEventListener("message", take);
        socket.send(JSON.stringify({ id, method }));
      }),
    close: () => socket.close(),
  };
}

async function addressAt(port: number): Promise<string> {
  const limit = performance.now() + 10_000;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined);
    if (response)
      return ((await response.json()) as { webSocketDebuggerUrl: string }[])[0]!.webSocketDebuggerUrl;
    if (performance.now() > limit) throw new Error("The portal opens no inspector.");
    await sleep(50);
  }
}
