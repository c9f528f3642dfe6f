import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { endSessions } from "../sessions/end.ts";
import { signInLinksOf } from "../sign-in/links.ts";
import { endTokens } from "../tokens/end.ts";

/** Whatever somebody has open, or could open with what they were sent. */
export async function shutOut(ctx: CallContext, person: string): Promise<void> {
  await endSessions(ctx, { person });
  await endTokens(ctx, { person });
  await signInLinksOf(kernelOf(ctx.broker).mongo).deleteMany({ person });
}
