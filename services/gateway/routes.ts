import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ServiceBroker } from "moleculer";
import { contracts } from "#services/contracts.ts";
import type { Action } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { ask, sendError } from "./ask.ts";
import { bodyLimitOf } from "./bodies.ts";
import { browserOf } from "./browsers.ts";
import type { Fresh, KeptAnswers } from "./kept-answers.ts";
import { isByEndedToken, type Principals } from "./principals.ts";
import { type Refused, sendFault, sendRefusal } from "./problems.ts";
import type { RateLimits } from "./rate-limits.ts";
import { afterOf, readRequest, reasonOf } from "./request.ts";
import { pathNamesOf, schemaOf } from "./schemas.ts";
import { afterSession, type Sessions } from "./sessions.ts";

export type Dependencies = {
  broker: ServiceBroker;
  principals: Principals;
  kept: KeptAnswers;
  sessions: Sessions;
  limits: RateLimits;
};

/** Every action with a route becomes one, and nothing else does. */
export function addRoutes(app: FastifyInstance, dependencies: Dependencies): void {
  for (const { name: service, actions } of contracts) {
    for (const [name, action] of Object.entries(actions) as [string, Action][]) {
      if (!action.route) continue;
      const [method, url] = action.route.split(" ") as [string, string];
      app.route({
        method,
        url: `/api${url}`,
        bodyLimit: bodyLimitOf(action.input),
        schema: schemaOf(service, name, action),
        ...(action.sameForAll
          ? { handler: keptHandler(action, dependencies) }
          : { handler: handler(action, dependencies), onRequest: limit(action, dependencies) }),
      });
    }
  }
}

function limit(action: Action, { broker, limits }: Dependencies) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      await limits.countFor(action, request, reply);
    } catch (error) {
      return sendError(broker, request, reply, error);
    }
  };
}

function handler(action: Action, dependencies: Dependencies) {
  const pathNames = pathNamesOf(action.route!);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const read = readRequest(action, pathNames, request);
    if ("fault" in read) return sendFault(request, reply, read.fault, read.errors);
    const after = afterOf(request);
    const reason = reasonOf(request);
    try {
      const who = await dependencies.principals.of(request);
      if (isByEndedToken(request, who)) return sendFault(request, reply, "token-invalid");
      const asked = {
        who,
        trace: request.id,
        ...(read.key && { key: read.key }),
        ...(after !== undefined && { after }),
        ...(reason && { reason }),
        ...(action.browser && browserOf(request, reply)),
      };
      const answer = await ask(dependencies.broker, action, read.input, asked);
      if (answer.replayed) reply.header("idempotent-replayed", "true");
      if (answer.behind) reply.header("causeway-behind", String(answer.behind));
      if (isRefusal(answer.reply)) return sendRefusal(request, reply, answer.reply as Refused);
      const body = (await afterSession(action, answer.reply, request, reply, dependencies.sessions)) as {
        position?: number;
        version?: number;
      };
      if (body.position !== undefined) reply.header("causeway-position", String(body.position));
      if (typeof body.version === "number") reply.header("etag", `"${body.version}"`);
      return reply.header("cache-control", "no-store").send(body as object);
    } catch (error) {
      return sendError(dependencies.broker, request, reply, error);
    }
  };
}

/** An answer that is the same for all is made once and sent many times. */
function keptHandler(action: Action, dependencies: Dependencies) {
  const pathNames = pathNamesOf(action.route!);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const read = readRequest(action, pathNames, request);
    if ("fault" in read) return sendFault(request, reply, read.fault, read.errors);
    try {
      const serialize = reply.serializeInput.bind(reply);
      const kept = await dependencies.kept.get(
        `${action.name} ${JSON.stringify(read.input)}`,
        action.sameForAll!,
        afterOf(request),
        () => dependencies.limits.count("open", request, reply),
        async (after): Promise<Fresh> => {
          const answer = await ask(dependencies.broker, action, read.input, {
            who: { kind: "nobody" },
            trace: request.id,
            after,
          });
          if (isRefusal(answer.reply)) return { refusal: answer.reply as Refused };
          const body = serialize(answer.reply as Record<string, unknown>, "200") as string;
          const { version } = answer.reply as { version?: number };
          return {
            body,
            ...(version !== undefined && { version }),
            ...(answer.behind && { behind: answer.behind }),
          };
        },
      );
      if ("refusal" in kept) return sendRefusal(request, reply, kept.refusal);
      if ("behind" in kept && kept.behind) reply.header("causeway-behind", String(kept.behind));
      reply.header("cache-control", "no-cache");
      if ("etag" in kept) {
        reply.header("etag", kept.etag);
        if (request.headers["if-none-match"] === kept.etag) return reply.code(304).send();
      }
      return reply.type("application/json; charset=utf-8").serializer(String).send(kept.body);
    } catch (error) {
      return sendError(dependencies.broker, request, reply, error);
    }
  };
}
