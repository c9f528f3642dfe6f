import { setTimeout as sleep, setImmediate as untilRead } from "node:timers/promises";
import cookie from "@fastify/cookie";
import type { ErrorObject } from "ajv";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { customAlphabet } from "nanoid";
import type { Config } from "#shared/config/config.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { fieldErrors } from "#shared/contract/validator.ts";
import { limits, takeOnlyJson } from "./bodies.ts";
import { onClientError } from "./broken-requests.ts";
import { type Fault, sendFault, sendRefusal } from "./problems.ts";
import { safetyHeaders } from "./safety-headers.ts";
import { refuseOthers } from "./same-site.ts";
import { validatorCompiler } from "./schemas.ts";
import { settleShapes } from "./shapes.ts";
import { refuseStrayTokens } from "./stray-tokens.ts";

/** `looked` is how often Node looks for what has lasted too long, so that whoever dawdles is gone within half a minute. */
const times = { headers: 10_000, request: 25_000, looked: 2_500, lastWords: 100 };

/** 64 bits, from a pool: asking the system for each costs as much as routing the request. */
const newTrace = customAlphabet("0123456789abcdef", 16);

type Settings = Pick<Config, "publicUrl" | "trustedProxies">;

/** Fastify with the limits and headers that all routes share. */
export async function createApp({ publicUrl, trustedProxies }: Settings): Promise<FastifyInstance> {
  settleShapes();
  const app = Fastify({
    bodyLimit: limits.bytes,
    requestTimeout: times.request,
    http: { headersTimeout: times.headers, connectionsCheckingInterval: times.looked },
    trustProxy: trustedProxies.length ? trustedProxies : false,
    forceCloseConnections: "idle",
    // While it drains its own routes answer, in the form of all answers; its sockets close after that.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300, querystringParser: queryOf },
    logger: false,
    genReqId: () => newTrace(),
    frameworkErrors: onFrameworkError as never,
    clientErrorHandler: onClientError as never,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  app.setValidatorCompiler(validatorCompiler as never);
  app.setErrorHandler(onError);
  takeOnlyJson(app);
  const headers = await safetyHeaders({ publicUrl });
  app.addHook("onRequest", (request, reply, done) => {
    // By it the log, the server's own words and whoever reports a fault speak of the same request.
    reply.headers(headers).header("causeway-trace", request.id);
    done();
  });
  await app.register(cookie);
  refuseStrayTokens(app);
  refuseOthers(app, { publicUrl });
  app.addHook("preClose", lastWords);
  return app;
}

/**
 * What has come but was not read yet, as under load, would go unanswered: Node takes its connection for an idle one and
 * cuts it. Meanwhile each answer asks for its connection to be closed.
 */
async function lastWords(): Promise<void> {
  await sleep(times.lastWords);
  await untilRead();
}

/** A parameter given twice is no list: the last one would otherwise become an array that nobody asked for. */
function queryOf(text: string): Record<string, string> {
  return text ? Object.fromEntries(new URLSearchParams(text)) : {};
}

/** An address that cannot be read, or is too long, is one where nothing is. */
function onFrameworkError(_error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  return sendFault(request, reply, "not-found");
}

const faultOf: Record<number, Fault> = {
  400: "malformed",
  // Of files: an address that climbs out of their folder.
  403: "not-found",
  404: "not-found",
  405: "method-not-allowed",
  413: "too-large",
  415: "wrong-content-type",
  429: "too-many-requests",
};

function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error.validation) {
    // A malformed id and a foreign one answer alike.
    if (error.validationContext === "params") return sendRefusal(request, reply, refuse("not-found"));
    return sendFault(request, reply, "malformed", fieldErrors(error.validation as ErrorObject[]));
  }
  const fault = faultOf[error.statusCode ?? 500];
  if (fault) return sendFault(request, reply, fault);
  console.error(
    JSON.stringify({
      level: "error",
      at: request.routeOptions.url,
      trace: request.id,
      message: error.message,
      stack: error.stack,
    }),
  );
  return sendFault(request, reply, "internal");
}
