import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { mail } from "./mail/mail.contract.ts";

export type Letter = Input<typeof mail.actions.post>["letters"][number];

/** As many as are queued in one go. */
const slice = 200;

/** Queued once each, however often it is asked for. */
export async function postLetters(ctx: CallContext, letters: Letter[]): Promise<void> {
  const own = asSystem(ctx.service!.name);
  for (let from = 0; from < letters.length; from += slice) {
    const some = { letters: letters.slice(from, from + slice) };
    const { reply } = await callAs(ctx.broker, mail.actions.post, some, own, ctx);
    if (isRefusal(reply)) throw new Error(`Letters cannot be queued: ${reply.refused}`);
  }
}
