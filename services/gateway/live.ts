import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { Commit } from "#shared/log/commit.ts";
import { ask, sendError } from "./ask.ts";
import { type Resource, resourceOf, touches } from "./live-resources.ts";
import type { News } from "./news.ts";
import { sendFault } from "./problems.ts";
import type { Dependencies } from "./routes.ts";

export const times = { beat: 20_000, gather: 100 };
const most = { resources: 20 };
export const limits = {
  /** Of this process. Whoever comes after them is told to come back. */
  streams: 2_000,
  /** What a reader may leave unread. */
  unread: 1024 * 1024,
};

type Listener = {
  resources: Resource[];
  request: FastifyRequest;
  reply: FastifyReply;
  due: Map<string, number>;
  timer: NodeJS.Timeout | undefined;
};

/** Tells open pages which resource has changed, and up to where; the page asks again by the normal GET. */
export function addLive(app: FastifyInstance, dependencies: Dependencies, news: News): { stop(): void } {
  const listeners = new Set<Listener>();
  let running = true;
  news.each((commit) => {
    for (const listener of listeners) tell(listener, commit);
  });
  dependencies.principals.onForgotten((theirs) => {
    for (const listener of listeners) if (theirs(listener.request)) void check(listener);
  });

  app.get(
    "/api/live",
    {
      // An answer without a body has no end to wait for.
      exposeHeadRoute: false,
      onRequest: (request, reply) => dependencies.limits.count("read", request, reply),
      schema: {
        hide: true,
        querystring: {
          type: "object",
          properties: { resources: { type: "string", maxLength: 4_000 } },
          required: ["resources"],
          additionalProperties: false,
        },
      } as object,
    },
    async (request, reply) => {
      const urls = (request.query as { resources: string }).resources.split(",").slice(0, most.resources);
      const found = urls.flatMap((url) => resourceOf(url) ?? []);
      const resources = await allowed(request, found).catch((error) => error as Error);
      if (resources instanceof Error) return sendError(dependencies.broker, request, reply, resources);
      if (!resources.length) return sendFault(request, reply, "not-found");
      // All may have changed while that was looked up: nobody who is gone, or comes after the stop, is ever let go.
      if (!running || listeners.size >= limits.streams) return sendFault(request, reply, "unavailable");
      reply.hijack();
      if (reply.raw.destroyed) return;
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      const listener: Listener = { resources, request, reply, due: new Map(), timer: undefined };
      listeners.add(listener);
      write(listener, `retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
      // A timer each: asked all at once, the services would answer nobody else.
      const beat = setInterval(() => {
        write(listener, ": here\n\n");
        void check(listener);
      }, times.beat);
      reply.raw.on("close", () => {
        clearInterval(beat);
        clearTimeout(listener.timer);
        listeners.delete(listener);
      });
    },
  );

  /** A page may follow what it may get. */
  async function allowed(request: FastifyRequest, resources: Resource[]): Promise<Resource[]> {
    const who = await dependencies.principals.of(request);
    const asked = resources.map(async ({ action, input, record }) => {
      // A list is there for all; of one record it first has to be found whether it is.
      if (action.sameForAll && record === undefined) return true;
      return !isRefusal((await ask(dependencies.broker, action, input, { who, trace: request.id })).reply);
    });
    const may = await Promise.all(asked);
    return resources.filter((_resource, n) => may[n]);
  }

  /** Whoever may no longer get what they follow hears no more of it. A service that is away takes nobody's right. */
  async function check({ request, reply, resources }: Listener): Promise<void> {
    const still = await allowed(request, resources).catch(() => resources);
    if (still.length < resources.length) reply.raw.end();
  }

  /** What nobody reads stays in memory. Who is cut off comes back, and asks anew. */
  function write({ reply }: Listener, text: string) {
    reply.raw.write(text);
    if (reply.raw.writableLength > limits.unread) reply.raw.destroy();
  }

  /** Many commits in a moment are one message: only the newest position counts. */
  function tell(listener: Listener, commit: Commit) {
    for (const resource of listener.resources)
      if (touches(commit, resource)) listener.due.set(resource.url, commit._id);
    if (!listener.due.size || listener.timer) return;
    listener.timer = setTimeout(() => {
      listener.timer = undefined;
      for (const [resource, at] of listener.due)
        write(listener, `id: ${at}\ndata: ${JSON.stringify({ resource, position: at })}\n\n`);
      listener.due.clear();
    }, times.gather);
  }

  return {
    stop() {
      running = false;
      // Each leaves the set when its connection has closed.
      for (const { reply, timer } of listeners) {
        clearTimeout(timer);
        reply.raw.end();
      }
      listeners.clear();
    },
  };
}
