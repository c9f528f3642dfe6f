import type { Context, ServiceBroker } from "moleculer";
import type { Principal } from "../access/principal.ts";
import { Late, Misasked, Unauthenticated } from "../errors/errors.ts";
import type { Action, Input, Reply } from "./contract.ts";
import type { KernelRefusal } from "./refusals.ts";

/** What travels with a call. Frozen on arrival; what a callee puts in its own is never merged back. */
export type CallMeta = {
  who: Principal;
  /** Idempotency key of a command, unique for its caller and action. */
  key?: string;
  /** The highest position the caller has seen: a read waits for it. */
  after?: number;
  /** Wall-clock ms: a command that arrives later is not begun, for its caller has given up. */
  notAfter?: number;
  trace?: string;
  /** Why the caller reads this, in their own words. */
  reason?: string;
  /** Hash of the cookie by which a browser is known again, of actions that ask for it. */
  browser?: string;
  /** Of the same actions: browser and system, as whoever sits before it knows them. */
  device?: string;
};

/** What an action sends back over Moleculer: the reply, and what the gateway turns into headers. */
export type Answer<R = unknown> = {
  reply: R;
  /** Commits by which the view was behind `after` when the read gave up waiting. */
  behind?: number;
  replayed?: true;
};

export type CallContext = Context<unknown, CallMeta>;

/** One service asks another, in the name of whoever asked the first. */
export async function call<A extends Action<any, any, any, any>>(
  via: Context<any, any>,
  action: A,
  input: Input<A>,
): Promise<Reply<A> | KernelRefusal> {
  const meta = { ...(via.meta as CallMeta) };
  if (meta.key) meta.key = `${meta.key}/${action.name}`;
  const answer = await callAs(via.broker, action, input, meta, via);
  // An answer made from one that is behind is behind too.
  const notes = via.locals as { behind?: number };
  if (answer.behind) notes.behind = Math.max(notes.behind ?? 0, answer.behind);
  return answer.reply;
}

/** The same from outside a request: the gateway, a reaction, an alarm, a script. With `parent` it is of one. */
export async function callAs<A extends Action<any, any, any, any>>(
  broker: ServiceBroker,
  action: A,
  input: Input<A>,
  meta: CallMeta,
  parent?: Context<any, any>,
): Promise<Answer<Reply<A> | KernelRefusal>> {
  // Through the broker and not `ctx.call`, which would merge the callee's meta into the caller's.
  const options = { meta: { ...meta }, ...(parent && { parentCtx: parent }) };
  try {
    return await broker.call<any, object>(action.name, input as object, options);
  } catch (error) {
    const { type, data } = error as { type?: string; data?: unknown };
    // What one service asks another is no field of whoever asked the first.
    if (parent && type === "VALIDATION_ERROR")
      throw new Misasked(`${action.name} ${JSON.stringify(data).slice(0, 500)}`);
    throw error;
  }
}

export type PersonCalling = Extract<Principal, { kind: "person" }>;

/** Whoever calls, of actions whose policy lets in people only. */
export function personIn(ctx: CallContext): PersonCalling {
  const { who } = ctx.meta;
  if (who.kind !== "person") throw new Unauthenticated(ctx.action!.name!);
  return who;
}

/** Throws once its caller has given up: asked when a call arrives, and again by what has waited since and would write. */
export function inTime({ meta: { notAfter }, action }: Pick<CallContext, "meta" | "action">): void {
  if (notAfter !== undefined && Date.now() > notAfter) throw new Late(action!.name!);
}

export const asSystem = (system: string, rest: Omit<CallMeta, "who"> = {}): CallMeta => ({
  who: { kind: "system", system },
  ...rest,
});
