import type { CallContext } from "../contract/call.ts";
import { partsOf } from "../contract/serve.ts";

/** The handler of every service's `heldQuery`. */
export async function held({ subject }: { subject: string }, ctx: CallContext) {
  return { rows: await partsOf(ctx.broker, ctx.service!.name)!.keeper.held(subject) };
}
