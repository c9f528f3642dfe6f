import type { Principal } from "../access/principal.ts";
import { KeyMissing, Untold } from "../errors/errors.ts";
import { newId } from "../ids.ts";
import { kernelOf } from "../kernel.ts";
import { answersTo } from "../log/collection.ts";
import type { Decide, Feature } from "../log/feature.ts";
import { emptyFold, foldOn } from "../log/fold.ts";
import { outcomeKey, requestHash } from "../log/keys.ts";
import type { CallContext } from "./call.ts";
import type { Action } from "./contract.ts";
import { isRefusal, type KernelRefusal, kernelRefusals } from "./refusals.ts";
import type { CallNotes } from "./serve.ts";

type Choices = {
  /** The version the caller saw (`If-Match`); when the stream has moved on, the command is refused as stale. */
  expected?: number;
};

/**
 * Decides on the stream `<feature>/<id>` and appends what came of it.
 * The same key gets the same reply, a refusal too, whatever crashed in between.
 * `reply` runs with the decision and is stored: ids, codes and numbers only.
 */
export async function execute<
  S,
  Cmd,
  E extends { type: string },
  No extends { refused: string },
  F,
  Out extends object,
>(
  ctx: CallContext,
  feature: Feature<S, E>,
  id: string,
  decide: Decide<S, Cmd, E, No, F>,
  command: Cmd,
  facts: F & object,
  reply: (after: S, events: E[]) => Out,
  { expected }: Choices = {},
): Promise<(Out & { position: number }) | No | KernelRefusal> {
  const { who, trace } = ctx.meta;
  const executed = await kernelOf(ctx.broker).executor.execute({
    feature,
    stream: `${feature.name}/${id}`,
    decide,
    command,
    facts,
    reply,
    by: who,
    ...askedBy(ctx),
    parent: ctx,
    ...(trace && { trace }),
    ...(expected !== undefined && { expected }),
  });
  const notes = ctx.locals as CallNotes;
  notes.answered = true;
  if (executed.replayed) notes.replayed = true;
  return executed.reply as (Out & { position: number }) | No | KernelRefusal;
}

/** Whether the command that this call carries out had come to its outcome before: what was prepared for it here is for nothing. */
export const isReplay = (ctx: CallContext): boolean => (ctx.locals as CallNotes).replayed === true;

/** By what the log knows a command: its action, and hashes of its caller's key and of what it asks. */
export type Asked = { name: string; key: string; hash: string };

export function askedBy(ctx: CallContext): Asked {
  const { secret } = kernelOf(ctx.broker).config;
  const { who, key } = ctx.meta;
  const name = ctx.action!.name!;
  if (!key) throw new KeyMissing(name);
  return { name, key: outcomeKey(secret, who, name, key), hash: requestHash(secret, ctx.params) };
}

/**
 * What a save came to, for the log to know too. Under a key of its own, and without a hash of what was asked: a save may be
 * asked things that nobody should be able to guess from the log.
 */
export async function tell<E extends { type: string }>(
  ctx: CallContext,
  feature: Feature<any, E>,
  id: string,
  event: E,
  by: Principal = ctx.meta.who,
): Promise<void> {
  const { trace } = ctx.meta;
  const key = newId();
  const { reply } = await kernelOf(ctx.broker).executor.execute({
    feature,
    stream: `${feature.name}/${id}`,
    decide: () => [event],
    command: {},
    facts: {},
    reply: () => ({}),
    by,
    ...{ name: ctx.action!.name!, key, hash: key },
    parent: ctx,
    ...(trace && { trace }),
  });
  if (isRefusal(reply as object)) throw new Untold(ctx.action!.name!);
}

/**
 * Afterwards the log holds an outcome of that command: its own, or `no` if it had come to none. One key has one outcome,
 * so whatever still carries the command out, in whichever process, is too late. The answer is `busy` if it could not be done.
 */
export async function overtake(
  ctx: CallContext,
  feature: Feature<any, any>,
  id: string,
  asked: Asked,
  no: { refused: string; params: object },
): Promise<KernelRefusal | undefined> {
  const { reply } = await kernelOf(ctx.broker).executor.execute({
    feature,
    stream: `${feature.name}/${id}`,
    decide: () => no,
    command: {},
    facts: {},
    reply: () => ({}),
    by: ctx.meta.who,
    ...asked,
    parent: ctx,
  });
  const answer = reply as KernelRefusal | object;
  return isRefusal(answer) && answer.refused === "busy" ? answer : undefined;
}

/** Refusals of handlers: each key has a stream of its own, in which nothing ever happens. */
const refusals: Feature<null, never> = { name: "refusals", initial: null, evolve: (state) => state };

/**
 * A handler's own refusal becomes the outcome of its command, as one of a rule would: what it looked up may be otherwise
 * when the key comes again. `busy` is none, and neither is what policy or validation refuse: they come before the handler.
 * Nor is that something is not there, told to nobody: a stranger could fill the log with it.
 */
export async function recordRefusal(
  ctx: CallContext,
  { refusals: own }: Action,
  refusal: KernelRefusal,
): Promise<KernelRefusal> {
  const { key } = askedBy(ctx);
  const { kind } = own[refusal.refused] ?? kernelRefusals[refusal.refused];
  const isOfNobody = ctx.meta.who.kind === "nobody" && kind === "not-found";
  // What was done under this key is gone by then too, and is answered as before.
  if (isOfNobody && !(await answersTo(kernelOf(ctx.broker).log, [key])).length) return refusal;
  return execute(
    ctx,
    refusals,
    key,
    () => refusal,
    {},
    {},
    () => ({}),
  ) as Promise<KernelRefusal>;
}

/** What a stream has come to, read from the log itself: for what must not be decided on rows that lag behind. */
export async function stateNow<S>(
  { broker }: Pick<CallContext, "broker">,
  feature: Feature<S, any>,
  id: string,
): Promise<S> {
  const { tail } = kernelOf(broker);
  await tail.catchUp();
  return (await foldOn(tail, feature, `${feature.name}/${id}`, emptyFold(feature), false)).state;
}
