import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createParser } from "eventsource-parser";
import { openConnection } from "./connection.ts";

type Change = { path: string; session: string; key: string; body: object };
type Job = { port: number; path: string; clients: number; changes: Change[] };

const longestMs = 10_000;

/** Ms from the answer to a change until the last of so many browsers has fetched what it is told of, change after change. */
export async function followers({ port, path, clients, changes }: Job): Promise<number[]> {
  const all = await Promise.all(Array.from({ length: clients }, (_, n) => openFollower(port, path, n)));
  const times: number[] = [];
  for (const change of changes) {
    const position = await send(port, change);
    const answered = performance.now();
    while (all.some(({ fetched }) => fetched() < position)) {
      if (performance.now() - answered > longestMs) throw new Error(`${path}: not all have fetched it.`);
      await sleep(1);
    }
    times.push(performance.now() - answered);
  }
  for (const { leave } of all) leave();
  return times;
}

/** One page: told over one connection, fetching over another, from an address of its own. */
async function openFollower(port: number, path: string, n: number) {
  const from = `10.2.${n >> 8}.${n & 255}`;
  const live = `/api/live?resources=${encodeURIComponent(path)}`;
  const call = get({
    port,
    host: "127.0.0.1",
    path: live,
    agent: false,
    headers: { "x-forwarded-for": from },
  });
  const [response] = (await once(call, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${live} was answered with ${response.statusCode}.`);
  const connection = await openConnection(port);
  let fetched = 0;
  let turn = Promise.resolve();
  const fetchAt = async (position: number) => {
    const { status } = await connection.send(readAfter(path, position, from));
    if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
    fetched = Math.max(fetched, position);
  };
  const parser = createParser({
    onEvent({ data }) {
      const { position } = JSON.parse(data) as { position: number };
      turn = turn.then(() => fetchAt(position));
    },
  });
  response.setEncoding("utf8").on("data", (text: string) => parser.feed(text));
  response.on("error", () => {});
  return {
    fetched: () => fetched,
    leave() {
      call.destroy();
      connection.close();
    },
  };
}

const readAfter = (path: string, position: number, from: string): string =>
  [
    `GET ${path} HTTP/1.1`,
    "host: 127.0.0.1",
    "accept: application/json",
    `causeway-after: ${position}`,
    `x-forwarded-for: ${from}`,
    "",
    "",
  ].join("\r\n");

async function send(port: number, { path, session, key, body }: Change): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: {
      cookie: `__Host-causeway=${session}`,
      "causeway-csrf": "1",
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { position?: number };
  if (!answer.position) throw new Error(`${path} was answered with ${JSON.stringify(answer)}.`);
  return answer.position;
}
