import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServiceBroker } from "moleculer";
import { type Answer, type CallMeta, callAs } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import type { FieldError } from "#shared/contract/validator.ts";
import { isPassing, isServerAway } from "#shared/errors/passing.ts";
import { sendFault } from "./problems.ts";
import { TooManyRequests } from "./rate-limits.ts";

/** A little less than Moleculer's own deadline, so that nothing begins after its caller has given up. */
const deadlineMs = 4_500;

/** A second try is for what fails at once: whoever has waited longer is told, and asks again by its key. */
const secondTryMs = 1_000;

type Asked = Pick<CallMeta, "who" | "key" | "after" | "reason" | "browser" | "device"> & { trace: string };

export async function ask(
  broker: ServiceBroker,
  action: Action,
  input: object,
  { who, trace, key, after, reason, browser, device }: Asked,
): Promise<Answer> {
  const meta = (): CallMeta => ({
    who,
    notAfter: Date.now() + deadlineMs,
    trace,
    ...(key && { key }),
    ...(after !== undefined && { after }),
    ...(reason && { reason }),
    ...(browser && { browser }),
    ...(device && { device }),
  });
  const began = Date.now();
  try {
    return await callAs(broker, action, input as never, meta());
  } catch (error) {
    const tooLate = Date.now() - began > secondTryMs;
    if (!isPassing(error) || action.kind === "save" || tooLate) throw error;
    await sleep(100 + Math.random() * 100);
    return await callAs(broker, action, input as never, meta());
  }
}

/** What an action threw, as a problem. The gateway is where it is logged, once. */
export function sendError(
  broker: ServiceBroker,
  request: FastifyRequest,
  reply: FastifyReply,
  error: any,
): FastifyReply {
  if (error.type === "VALIDATION_ERROR")
    return sendFault(request, reply, "invalid", error.data as FieldError[]);
  if (error.type === "unauthenticated") return sendFault(request, reply, "unauthenticated");
  if (error instanceof TooManyRequests) return sendFault(request, reply, error.type);
  if (error.type === "key-missing") return sendFault(request, reply, "key-missing");
  const passes = isPassing(error) || isServerAway(error);
  broker.logger[passes ? "warn" : "error"](
    `${request.method} ${request.routeOptions.url} (${request.id}): ${error.message}`,
    passes ? undefined : error.stack,
  );
  return sendFault(request, reply, passes ? "unavailable" : "internal");
}
