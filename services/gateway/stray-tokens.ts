import type { FastifyInstance, FastifyRequest } from "fastify";
import { tokenForm } from "#shared/access/secrets.ts";
import { bearerOf, cookieName } from "./principals.ts";
import { type Fault, sendFault } from "./problems.ts";

/** Refuses a token that is no token, stands where others read it, or comes beside something else that says who is calling. */
export function refuseStrayTokens(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    const fault = faultOf(request);
    if (fault) sendFault(request, reply, fault);
    else done();
  });
}

function faultOf(request: FastifyRequest): Fault | undefined {
  if (isInAddress(request)) return "token-in-address";
  const bearer = bearerOf(request);
  // Whoever asks whether the portal is up may have a bearer of another kind.
  if (bearer === undefined || !request.routeOptions.url?.startsWith("/api/")) return undefined;
  // Of two who ask at once neither is taken for the other (RFC 6750, section 2).
  const { cookies, headers } = request;
  if (cookies[cookieName] !== undefined || headers["causeway-link"] !== undefined) return "malformed";
  return tokenForm.test(bearer) ? undefined : "token-invalid";
}

/** Its beginning is enough: an address is kept wherever it passes, and this one has come this far. */
const tokenStart = /ccp_[0-9a-z]{20}_/;

const isInAddress = ({ url, query }: FastifyRequest): boolean =>
  tokenStart.test(url) ||
  Object.values(query as Record<string, string>).some((value) => tokenStart.test(value));
