import type { CallContext } from "../contract/call.ts";
import { partsOf } from "../contract/serve.ts";
import type { Subject } from "./subject.ts";

/** The handler of every service's `heldQuery`. */
export async function held({ subject }: { subject: Subject }, ctx: CallContext) {
  return { rows: await partsOf(ctx.broker, ctx.service!.name)!.keeper.held(subject) };
}
