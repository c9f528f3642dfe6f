import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Principal } from "#shared/access/principal.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { ask, sendError } from "./ask.ts";
import { beginListener, type Listener, times } from "./live-listener.ts";
import { type Resource, resourceOf } from "./live-resources.ts";
import type { News } from "./news.ts";
import { isByEndedToken } from "./principals.ts";
import { type Fault, sendFault } from "./problems.ts";
import { addressOf } from "./rate-limits.ts";
import { afterOf } from "./request.ts";
import type { Dependencies } from "./routes.ts";

/** Of this process. */
export const limits = {
  streams: 2_000,
  /** A quarter, so that no one place holds all; an office behind one address has room. */
  ofAddress: 500,
  /** Tabs share a connection where the browser can; elsewhere each has its own. */
  ofAccount: 20,
  /** Of a browser, over all its tabs. */
  resources: 50,
};

type Place = { address: string; account: string | undefined };

/**
 * Tells browsers which resource has changed, and up to where; they ask again by the normal GET. To follow something else
 * they come anew and say where they were.
 */
export function addLive(app: FastifyInstance, dependencies: Dependencies, news: News): { stop(): void } {
  const { principals } = dependencies;
  const listeners = new Map<Listener, Place>();
  let running = true;
  news.each((commit) => {
    for (const listener of listeners.keys()) listener.hear(commit);
  });
  principals.onForgotten((theirs) => {
    for (const listener of listeners.keys()) if (theirs(listener.request)) void check(listener);
  });

  app.get(
    "/api/live",
    {
      // An answer without a body has no end to wait for.
      exposeHeadRoute: false,
      onRequest: (request, reply) => dependencies.limits.count("open", request, reply),
      schema: {
        hide: true,
        querystring: {
          type: "object",
          properties: { resources: { type: "string", maxLength: 8_000 } },
          required: ["resources"],
          additionalProperties: false,
        },
      } as object,
    },
    async (request, reply) => {
      const { resources: wished } = request.query as { resources: string };
      const found = [...new Set(wished.split(","))]
        .slice(0, limits.resources)
        .flatMap((url) => resourceOf(url) ?? []);
      try {
        // Each is a question, as much as if it had been asked alone.
        for (const _one of found.slice(1)) await dependencies.limits.count("open", request, reply);
        const who = await principals.of(request);
        if (isByEndedToken(request, who)) return sendFault(request, reply, "token-invalid");
        const resources = await allowed(request, found, who);
        if (!resources.length) return sendFault(request, reply, "not-found");
        const place = { address: addressOf(request), account: await principals.accountOf(request) };
        // All may have changed while that was looked up: nobody who comes after the stop is ever let go.
        const full = fullFor(place);
        if (full === "too-many-requests") reply.header("retry-after", times.beat / 1_000);
        if (full) return sendFault(request, reply, full);
        begin(request, reply, resources, place);
      } catch (error) {
        return sendError(dependencies.broker, request, reply, error);
      }
    },
  );

  function fullFor({ address, account }: Place): Fault | undefined {
    if (!running || listeners.size >= limits.streams) return "unavailable";
    const others = [...listeners.values()];
    const ofAddress = others.filter((other) => other.address === address).length;
    const ofAccount = others.filter((other) => account && other.account === account).length;
    return ofAddress >= limits.ofAddress || ofAccount >= limits.ofAccount ? "too-many-requests" : undefined;
  }

  function begin(request: FastifyRequest, reply: FastifyReply, resources: Resource[], place: Place) {
    reply.hijack();
    if (reply.raw.destroyed) return;
    const listener = beginListener(request, reply, resources, news);
    listeners.set(listener, place);
    const heard = request.headers["last-event-id"];
    if (typeof heard === "string") listener.resume(/^\d{1,15}$/.test(heard) ? Number(heard) : null);
    // A timer each: asked all at once, the services would answer nobody else.
    const beat = setInterval(() => {
      listener.beat();
      void check(listener);
    }, times.beat);
    reply.raw.on("close", () => {
      clearInterval(beat);
      listeners.delete(listener);
    });
  }

  /** A page may follow what it may get. Asked one after the other: fifty at once would keep all others waiting. */
  async function allowed(
    request: FastifyRequest,
    resources: Resource[],
    who: Principal,
  ): Promise<Resource[]> {
    const after = afterOf(request);
    const asking = {
      who,
      trace: request.id,
      ...(after !== undefined && { after }),
    };
    const may: Resource[] = [];
    for (const resource of resources) {
      const { action, input, record } = resource;
      // A list is there for all; of one record it first has to be found whether it is.
      const isThere = action.sameForAll && record === undefined;
      if (isThere || !isRefusal((await ask(dependencies.broker, action, input, asking)).reply))
        may.push(resource);
    }
    return may;
  }

  /** Whoever may no longer get what they follow hears no more of it; nor does who was known and is not any more: their page notices. */
  async function check(listener: Listener): Promise<void> {
    const { request } = listener;
    // What is there for all is nobody's right.
    const resources = listener.resources.filter(({ action }) => !action.sameForAll);
    try {
      const who = await principals.ofOpen(request);
      const isGone = who.kind === "nobody" && listeners.get(listener)?.account !== undefined;
      if (isGone || (await allowed(request, resources, who)).length < resources.length) listener.end();
    } catch {
      // A service that is away takes nobody's right.
    }
  }

  return {
    stop() {
      running = false;
      // Each leaves the map when its connection has closed.
      for (const listener of listeners.keys()) listener.end();
      listeners.clear();
    },
  };
}
