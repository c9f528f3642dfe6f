import { KeyMissing } from "../errors/errors.ts";
import { kernelOf } from "../kernel.ts";
import type { Decide, Feature } from "../log/feature.ts";
import { outcomeKey, requestHash } from "../log/keys.ts";
import type { CallContext } from "./call.ts";
import type { KernelRefusal } from "./refusals.ts";
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
  const { config, executor } = kernelOf(ctx.broker);
  const { who, key, trace } = ctx.meta;
  const name = ctx.action!.name!;
  if (!key) throw new KeyMissing(name);
  const executed = await executor.execute({
    feature,
    stream: `${feature.name}/${id}`,
    decide,
    command,
    facts,
    reply,
    by: who,
    name,
    key: outcomeKey(config.secret, who, name, key),
    hash: requestHash(config.secret, ctx.params),
    parent: ctx,
    ...(trace && { trace }),
    ...(expected !== undefined && { expected }),
  });
  const notes = ctx.locals as CallNotes;
  notes.answered = true;
  if (executed.replayed) notes.replayed = true;
  return executed.reply as (Out & { position: number }) | No | KernelRefusal;
}
