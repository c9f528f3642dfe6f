import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "#shared/config/config.ts";
import { bearerOf, cookieName } from "./principals.ts";
import { sendFault } from "./problems.ts";

/**
 * Sent along with every change that carries a session; its value says nothing. A page of another site can make a browser
 * send the cookie but no header of this kind without asking first (the preflight of the Fetch standard), and to that
 * question nothing here says yes. A token bound to the session would prove the same and would have to be handed out.
 */
export const csrfHeader = "causeway-csrf";

/** Asked by the machine itself, under whatever name. */
const probes = ["/livez", "/readyz"];

/** Answers what is asked under the portal's own name, and changes something only for its own pages. */
export function refuseOthers(app: FastifyInstance, { publicUrl }: Pick<Config, "publicUrl">): void {
  const own = publicUrl ? new URL(publicUrl) : undefined;
  const names = own && [own.host, `${own.hostname}:${own.protocol === "https:" ? 443 : 80}`];

  app.addHook("onRequest", (request, reply, done) => {
    const name = request.headers.host?.toLowerCase() ?? "";
    const isProbe = probes.includes(request.routeOptions.url ?? "");
    // Of two names whoever stands in between may have gone by the other (RFC 9112, 3.2).
    if (hostsOf(request) > 1) sendFault(request, reply, "malformed");
    else if (names && !names.includes(name) && !isProbe) sendFault(request, reply, "misdirected");
    else if (isChange(request) && !isByProgram(request) && !isOwnPage(request, own))
      sendFault(request, reply, "csrf");
    else done();
  });
}

/** Node keeps the first and drops the others without a word. */
function hostsOf({ raw: { rawHeaders } }: FastifyRequest): number {
  let count = 0;
  for (let n = 0; n < rawHeaders.length; n += 2)
    if (rawHeaders[n]!.length === 4 && rawHeaders[n]!.toLowerCase() === "host") count++;
  return count;
}

const isChange = ({ method }: FastifyRequest) => method !== "GET" && method !== "HEAD";

/** No browser sends a token of itself, and beside a cookie none is taken. */
const isByProgram = (request: FastifyRequest) => bearerOf(request) !== undefined;

/** A browser says where a request comes from; what is no browser sends no cookie that it was not told to. */
function isOwnPage({ headers, cookies }: FastifyRequest, own: URL | undefined): boolean {
  const { origin, host, "sec-fetch-site": site } = headers;
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin !== undefined && !(own ? origin === own.origin : URL.parse(origin)?.host === host)) return false;
  return cookies[cookieName] === undefined || headers[csrfHeader] !== undefined;
}
