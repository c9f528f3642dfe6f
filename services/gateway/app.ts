import cookie from "@fastify/cookie";
import type { ErrorObject } from "ajv";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { customAlphabet } from "nanoid";
import { refuse } from "#shared/contract/refusals.ts";
import { fieldErrors } from "#shared/contract/validator.ts";
import { onClientError } from "./broken-requests.ts";
import { type Fault, sendFault, sendRefusal } from "./problems.ts";
import { safetyHeaders } from "./safety-headers.ts";
import { validatorCompiler } from "./schemas.ts";
import { settleShapes } from "./shapes.ts";

const limits = { bodyBytes: 256 * 1024, depth: 40, requestMs: 30_000 };

/** 64 bits, from a pool: asking the system for each costs as much as routing the request. */
const newTrace = customAlphabet("0123456789abcdef", 16);

/** Fastify with the limits and headers that all routes share. */
export async function createApp(): Promise<FastifyInstance> {
  settleShapes();
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
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
  const headers = await safetyHeaders();
  app.addHook("onRequest", (request, reply, done) => {
    // By it the log, the server's own words and whoever reports a fault speak of the same request.
    reply.headers(headers).header("causeway-trace", request.id);
    done();
  });
  await app.register(cookie);
  app.addHook("onRequest", refuseOtherSites);
  return app;
}

/** A parameter given twice is no list: the last one would otherwise become an array that nobody asked for. */
function queryOf(text: string): Record<string, string> {
  return text ? Object.fromEntries(new URLSearchParams(text)) : {};
}

function takeOnlyJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    const unreadable = Object.assign(new Error("unreadable"), { statusCode: 400 });
    if (depthOf(body as string) > limits.depth) return done(unreadable);
    return parse(request, body as string, (error, json) =>
      done(error ?? (hasHalfCharacter(body as string, json) ? unreadable : null), json),
    );
  });
}

/** How half of the pair that makes a character is written in JSON; whole ones stand there as they are. */
const halfCharacter = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** No server stores it: it would come back as another one. */
const hasHalfCharacter = (body: string, json: unknown): boolean =>
  /\\ud/i.test(body) && halfCharacter.test(JSON.stringify(json));

/** How deep brackets nest; those inside texts count too, which is harmless for a limit. */
function depthOf(body: string): number {
  let depth = 0;
  let deepest = 0;
  for (let n = 0; n < body.length; n++) {
    const code = body.charCodeAt(n);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}

/** A browser says where a request comes from; one from another site changes nothing here. */
function refuseOtherSites(request: FastifyRequest, reply: FastifyReply, done: () => void) {
  if (request.method === "GET" || request.method === "HEAD") return done();
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const foreign =
    (origin !== undefined && URL.parse(origin)?.host !== host) ||
    (site !== undefined && site !== "same-origin" && site !== "none");
  if (!foreign) return done();
  sendFault(request, reply, "cross-site");
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
