import type { FastifyRequest } from "fastify";
import type { Action } from "#shared/contract/contract.ts";
import type { FieldError } from "#shared/contract/validator.ts";
import type { Fault } from "./problems.ts";

const keyForm = /^[A-Za-z0-9_-]{16,64}$/;
const versionForm = /^"(\d{1,15})(?:\.[A-Za-z0-9_-]+)?"$/;

type Read = { input: Record<string, unknown>; key?: string } | { fault: Fault; errors?: FieldError[] };

/** What the action gets: path, `If-Match`, and query or body, each from its own place and no other. */
export function readRequest(action: Action, pathNames: string[], request: FastifyRequest): Read {
  // No body is an empty one; `null` is a body that is no object.
  const body = (request.body === undefined ? {} : request.body) as Record<string, unknown>;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { fault: "invalid" };
  // The address names the record and a header its version: a body that names others is refused, not preferred.
  const elsewhere = action.edits ? [...pathNames, "version"] : pathNames;
  const twice = elsewhere.filter((name) => Object.hasOwn(body, name));
  if (twice.length) return { fault: "invalid", errors: twice.map(notAsked) };
  // A parameter beside a body is refused by the schema; a body beside a query nobody reads.
  const own = action.kind === "query" ? (request.query as object) : body;
  const input: Record<string, unknown> = { ...own, ...(request.params as object) };
  if (action.edits) {
    const version = versionForm.exec(request.headers["if-match"] ?? "")?.[1];
    if (version === undefined)
      return { fault: request.headers["if-match"] ? "malformed" : "if-match-missing" };
    input.version = Number(version);
  }
  if (action.kind !== "command") return { input };
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || !keyForm.test(key)) return { fault: "key-missing" };
  return { input, key };
}

const notAsked = (name: string): FieldError => ({
  pointer: `/${name}`,
  code: "additionalProperties",
  params: {},
});

const most = { reason: 500 };

/** What no text holds: signs that nobody sees, which turn the direction of others, or end a line. */
const unseen = /[\p{C}\u2028\u2029]/gu;

/** Why the caller reads this, if they say so: percent-encoded, for a header takes no other letters. */
export function reasonOf(request: FastifyRequest): string | undefined {
  const given = request.headers["causeway-reason"];
  if (typeof given !== "string") return undefined;
  const readable = decoded(given).replace(unseen, " ").trim();
  return (
    Array.from(readable).slice(0, most.reason).join("").slice(0, most.reason).toWellFormed() || undefined
  );
}

function decoded(given: string): string {
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

/** The highest position the caller has seen, if it says so. */
export function afterOf(request: FastifyRequest): number | undefined {
  const after = Number(request.headers["causeway-after"]);
  return Number.isSafeInteger(after) && after > 0 ? after : undefined;
}
