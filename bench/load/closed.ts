import { percentile } from "../figures.ts";
import { openConnection, type Reply } from "./connection.ts";

export type Load = {
  port: number;
  connections: number;
  seconds: number;
  /** The next request; none when all have been sent. */
  next: () => string | Buffer | undefined;
};

export type Figures = {
  requests: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers other than 200, by status, and connections that broke. */
  errors: Record<string, number>;
};

/** Every connection asks again as soon as it has its answer. */
export async function closedLoop({ port, connections, seconds, next }: Load): Promise<Figures> {
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(port)));
  const times: number[] = [];
  const errors: Record<string, number> = {};
  const failed = (why: string | number) => {
    errors[why] = (errors[why] ?? 0) + 1;
  };
  const began = performance.now();
  const end = began + seconds * 1_000;
  await Promise.all(
    open.map(async (connection) => {
      let now = performance.now();
      while (now < end) {
        const request = next();
        if (request === undefined) return;
        const reply = await connection.send(request).catch((error: Error): Reply | undefined => {
          failed(error.message);
          return undefined;
        });
        if (!reply) return;
        const answered = performance.now();
        times.push(answered - now);
        if (reply.status !== 200) failed(reply.status);
        now = answered;
      }
    }),
  );
  const took = (performance.now() - began) / 1_000;
  for (const connection of open) connection.close();
  return {
    requests: times.length,
    seconds: took,
    perSecond: times.length / took,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    errors,
  };
}
