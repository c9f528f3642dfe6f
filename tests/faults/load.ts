import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export type Sent = {
  method?: string;
  path: string;
  body?: object;
  key?: string;
  headers?: Record<string, string>;
};
export type Got = {
  status: number;
  body: any;
  headers: Record<string, string | string[] | undefined>;
  ms: number;
};

/** A client that keeps its connections, at most so many. */
export function openHttp(url: string, connections: number) {
  let open = true;
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });

  /** One request; rejects when the connection breaks or nothing comes for 20 s. */
  function once({ method = "POST", path, body, key, headers }: Sent): Promise<Got> {
    const began = performance.now();
    const text = method === "GET" ? undefined : JSON.stringify(body ?? {});
    return new Promise((done, fail) => {
      const sent = request(
        `${url}${path}`,
        {
          method,
          agent,
          headers: {
            ...headers,
            ...(text !== undefined && {
              "content-type": "application/json",
              "content-length": Buffer.byteLength(text),
            }),
            ...(key && { "idempotency-key": key }),
          },
        },
        (response) => {
          let heard = "";
          response.setEncoding("utf8");
          response.on("data", (chunk) => {
            heard += chunk;
          });
          response.on("error", fail);
          response.on("end", () => {
            const { statusCode = 0, headers: own } = response;
            const json = String(own["content-type"]).includes("json");
            const ms = performance.now() - began;
            done({ status: statusCode, body: json ? JSON.parse(heard) : heard, headers: own, ms });
          });
        },
      );
      sent.setTimeout(20_000, () => sent.destroy(new Error("nothing came for 20 s")));
      sent.on("error", fail);
      sent.end(text);
    });
  }

  return {
    once,
    /** Whoever sends on and on stops once it is closed, also after a test that has failed. */
    isOpen: () => open,
    close() {
      open = false;
      agent.destroy();
    },
  };
}

export type Http = ReturnType<typeof openHttp>;

/** Sends by the same key until it is told something: a 503, a broken connection and silence tell nothing. */
export async function surely(http: Http, sent: Sent & { key: string }, retried: () => void): Promise<Got> {
  for (let tries = 1; tries <= 200 && http.isOpen(); tries++) {
    const got = await http.once(sent).catch(() => undefined);
    if (got && got.status !== 503) return got;
    retried();
    await sleep(Math.min(2_000, 50 * tries) * (0.5 + Math.random()));
  }
  throw new Error(`${sent.path} got no answer, however often it was sent.`);
}

/** Works through a list, so many at a time. */
export async function atOnce<T>(
  list: readonly T[],
  count: number,
  work: (item: T, n: number) => Promise<unknown>,
) {
  let next = 0;
  async function worker() {
    while (next < list.length) {
      const n = next++;
      await work(list[n]!, n);
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, list.length) }, worker));
}
