import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { contracts } from "#services/contracts.ts";
import type { Action } from "#shared/contract/contract.ts";
import { serviceOf } from "#shared/contract/events.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { Commit } from "#shared/log/commit.ts";
import { ask } from "./ask.ts";
import type { News } from "./news.ts";
import { sendFault } from "./problems.ts";
import type { Dependencies } from "./routes.ts";
import { pathNamesOf } from "./schemas.ts";

const times = { beat: 20_000, gather: 100 };
const most = { resources: 20 };

type Resource = {
  url: string;
  action: Action;
  input: object;
  services: string[];
  record: string | undefined;
};
type Listener = {
  resources: Resource[];
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
  const beat = setInterval(() => {
    for (const { reply } of listeners) reply.raw.write(": here\n\n");
  }, times.beat);

  app.get(
    "/api/live",
    {
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
      const resources = (await Promise.all(urls.map((url) => allowed(request, url)))).filter(
        (one) => one !== undefined,
      );
      if (!resources.length) return sendFault(request, reply, "not-found");
      // All may have changed while that was looked up: nobody who is gone, or comes after the stop, is ever let go.
      if (!running) return sendFault(request, reply, "unavailable");
      reply.hijack();
      if (reply.raw.destroyed) return;
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      reply.raw.write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
      const listener: Listener = { resources, reply, due: new Map(), timer: undefined };
      listeners.add(listener);
      reply.raw.on("close", () => {
        clearTimeout(listener.timer);
        listeners.delete(listener);
      });
    },
  );

  /** A page may follow what it may get. */
  async function allowed(request: FastifyRequest, url: string): Promise<Resource | undefined> {
    const resource = resourceOf(url);
    if (!resource || resource.action.sameForAll) return resource;
    const who = await dependencies.principals.of(request);
    const answer = await ask(dependencies.broker, resource.action, resource.input, {
      who,
      trace: request.id,
    }).catch(() => undefined);
    return answer && !isRefusal(answer.reply) ? resource : undefined;
  }

  /** Many commits in a moment are one message: only the newest position counts. */
  function tell(listener: Listener, commit: Commit) {
    for (const resource of listener.resources)
      if (touches(commit, resource)) listener.due.set(resource.url, commit._id);
    if (!listener.due.size || listener.timer) return;
    listener.timer = setTimeout(() => {
      listener.timer = undefined;
      for (const [resource, at] of listener.due)
        listener.reply.raw.write(`id: ${at}\ndata: ${JSON.stringify({ resource, position: at })}\n\n`);
      listener.due.clear();
    }, times.gather);
  }

  return {
    stop() {
      running = false;
      clearInterval(beat);
      for (const { reply, timer } of listeners) {
        clearTimeout(timer);
        reply.raw.end();
      }
      listeners.clear();
    },
  };
}

const queries = contracts.flatMap(({ name, actions }) =>
  (Object.values(actions) as Action[])
    .filter((action) => action.kind === "query" && action.route)
    .map((action) => ({
      service: name,
      action,
      pattern: patternOf(action.route!),
      names: pathNamesOf(action.route!),
    })),
);

function patternOf(route: string): RegExp {
  const path = route.slice(route.indexOf(" ") + 1).replace(/:\w+/g, "([a-z0-9-]+)");
  return new RegExp(`^/api${path}$`);
}

function resourceOf(url: string): Resource | undefined {
  const [path = "", query = ""] = url.split("?");
  for (const { service, action, pattern, names } of queries) {
    const match = pattern.exec(path);
    if (!match) continue;
    const inPath = Object.fromEntries(names.map((name, n) => [name, match[n + 1]]));
    const input = { ...Object.fromEntries(new URLSearchParams(query)), ...inPath };
    return {
      url,
      action,
      input,
      services: action.sameForAll ?? [service],
      record: names.length ? match[1] : undefined,
    };
  }
  return undefined;
}

/** Streams are named after their record, so a page about one record hears only of that one. */
function touches(commit: Commit, { services, record }: Resource): boolean {
  return commit.entries.some(
    ({ stream, outcomes }) =>
      (record === undefined || stream.endsWith(`/${record}`)) &&
      outcomes.some(({ events }) => events.some(({ type }) => services.includes(serviceOf(type) ?? ""))),
  );
}
