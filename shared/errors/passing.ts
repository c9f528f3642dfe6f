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

/** MongoDB or NATS did not answer. Errors of their drivers keep their name over NATS. */
export const isServerAway = (error: unknown): boolean =>
  /^Mongo|^PoolCleared|^Nats/.test(String((error as { name?: string }).name));
