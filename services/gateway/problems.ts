import type { FastifyReply, FastifyRequest } from "fastify";
import { contracts } from "#services/contracts.ts";
import type { Action, RefusalKind } from "#shared/contract/contract.ts";
import { kernelRefusals } from "#shared/contract/refusals.ts";
import type { FieldError } from "#shared/contract/validator.ts";
import { localeOf, text } from "#shared/i18n/i18n.ts";

/** What may go wrong before or beside an action. */
export const faults = {
  malformed: 400,
  "key-missing": 400,
  unauthenticated: 401,
  "token-invalid": 401,
  "token-in-address": 401,
  csrf: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "too-large": 413,
  "wrong-content-type": 415,
  misdirected: 421,
  invalid: 422,
  "if-match-missing": 428,
  "too-many-requests": 429,
  "too-many-codes": 429,
  internal: 500,
  unavailable: 503,
} as const;
export type Fault = keyof typeof faults;

/** The one table from the kinds of refusals to HTTP. */
const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  "not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  stale: 412,
  "too-many": 429,
  busy: 503,
};

const kinds = new Map<string, RefusalKind>();
for (const [code, { kind }] of Object.entries(kernelRefusals)) kinds.set(code, kind);
for (const { actions } of contracts) {
  for (const { refusals } of Object.values(actions) as Action[]) {
    for (const [code, { kind }] of Object.entries(refusals)) kinds.set(code, kind);
  }
}

export type Refused = { refused: string; params: object };

export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { refused, params }: Refused,
): FastifyReply {
  const kind = kinds.get(refused) ?? "conflict";
  const [service, own] = refused.includes(".") ? splitCode(refused) : ["kernel", refused];
  return send(request, reply, {
    status: statusOf[kind],
    code: refused,
    detail: text(localeOf(request.headers["accept-language"]), service, `refusals.${own}`, params),
    params,
  });
}

function splitCode(code: string): [string, string] {
  const dot = code.indexOf(".");
  return [code.slice(0, dot), code.slice(dot + 1)];
}

export function sendFault(
  request: FastifyRequest,
  reply: FastifyReply,
  fault: Fault,
  errors?: FieldError[],
): FastifyReply {
  const detail = text(localeOf(request.headers["accept-language"]), "gateway", `problems.${fault}`);
  return send(request, reply, {
    status: faults[fault],
    code: fault,
    detail,
    params: {},
    ...(errors && { errors }),
  });
}

type Problem = { status: number; code: string; detail: string; params: object; errors?: FieldError[] };

/** RFC 9457. Foreign and missing are equal bytes: what differs, the trace, stands in a header. */
function send(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const locale = localeOf(request.headers["accept-language"]);
  if (problem.status === 503) reply.header("retry-after", "1");
  // RFC 9110, 15.5.2 asks for one; at this one no browser opens a window of its own.
  if (problem.status === 401) reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .header("content-language", locale)
    .header("cache-control", "no-store")
    .serializer(JSON.stringify)
    .send({
      type: `/problems/${problem.code}`,
      title: text(locale, "gateway", `status.${problem.status}`),
      status: problem.status,
      code: problem.code,
      detail: problem.detail,
      params: problem.params,
      ...(problem.errors && { errors: problem.errors.map((error) => withText(locale, error)) }),
    });
}

const withText = (locale: string, { pointer, code, params }: FieldError) => ({
  pointer,
  code,
  params,
  detail: text(locale, "kernel", [`errors.${code}`, "errors.other"], params),
});
