import type { FastifyReply, FastifyRequest } from "fastify";
import type { Commit } from "#shared/log/commit.ts";
import { type Resource, touches } from "./live-resources.ts";
import type { News } from "./news.ts";

export const times = {
  beat: 20_000,
  gather: 100,
  /** Before they come back, at least, and how much longer at most: not all in the same moment. */
  away: { least: 1_000, spread: 2_000 },
};

export const unread = { most: 1024 * 1024 };

/** A browser that is told of what it follows: text/event-stream of the HTML standard. */
export type Listener = {
  request: FastifyRequest;
  resources: Resource[];
  hear(commit: Commit): void;
  /** They were here before, and have heard of all up to `position`; null when they say what none can be. */
  resume(position: number | null): void;
  /** Says that all is well. */
  beat(): void;
  end(): void;
};

export function beginListener(
  request: FastifyRequest,
  reply: FastifyReply,
  resources: Resource[],
  news: News,
): Listener {
  /** What they have not been told yet, with the newest position. */
  const due = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  reply.raw.on("close", () => clearTimeout(timer));
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  const away = times.away.least + Math.floor(Math.random() * times.away.spread);
  write(`retry: ${away}\nid: ${news.position()}\n\n`);

  /** What nobody reads stays in memory. Who is cut off comes back, and says what they have heard of. */
  function write(text: string) {
    reply.raw.write(text);
    if (reply.raw.writableLength > unread.most) reply.raw.destroy();
  }

  /** Many commits in a moment are one message: only the newest position counts. */
  function tellSoon() {
    if (due.size) timer ??= setTimeout(tell, times.gather);
  }

  function tell() {
    clearTimeout(timer);
    timer = undefined;
    // The oldest first, for the last that arrives says up to where they have heard of all.
    const all = [...due].sort(([, one], [, other]) => one - other);
    due.clear();
    for (const [resource, position] of all)
      write(`id: ${position}\ndata: ${JSON.stringify({ resource, position })}\n\n`);
  }

  function hear(commit: Commit) {
    for (const resource of resources) if (touches(commit, resource)) due.set(resource.url, commit._id);
    tellSoon();
  }

  return {
    request,
    resources,
    hear,
    resume(position) {
      const missed = position === null ? undefined : news.since(position);
      // Longer ago than anyone remembers: anything may have changed.
      if (missed) for (const commit of missed) hear(commit);
      else for (const { url } of resources) due.set(url, news.position());
      tellSoon();
    },
    beat() {
      tell();
      write(`: here\nid: ${news.position()}\n\n`);
    },
    end() {
      clearTimeout(timer);
      reply.raw.end();
    },
  };
}
