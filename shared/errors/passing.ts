/** A call that certainly or possibly did not arrive: safe to repeat, for a query or by a command's key. */
const types = new Set([
  "SERVICE_NOT_FOUND",
  "SERVICE_NOT_AVAILABLE",
  "REQUEST_TIMEOUT",
  "REQUEST_REJECTED",
  "BAD_GATEWAY",
  "late",
  "untold",
  "crowded",
  "unrecorded",
]);

export const isPassing = (error: unknown): boolean => types.has(String((error as { type?: string }).type));

/** Of a socket whose other end is gone, as Node says it where a driver passes it on. */
const gone = new Set(["EPIPE", "ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "ERR_STREAM_DESTROYED"]);

/** MongoDB or NATS did not answer. Errors of their drivers keep their name over NATS. */
export function isServerAway(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: unknown };
  return /^Mongo|^PoolCleared|^Nats/.test(String(name)) || gone.has(String(code));
}
