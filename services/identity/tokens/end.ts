import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { endAll } from "../sessions/end.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** One of a person, all of theirs, or those for one organisation. How many there were. */
export const endTokens = (
  ctx: CallContext,
  which: Pick<Token, "person"> & Partial<Pick<Token, "token" | "organisation">>,
): Promise<number> => endAll(ctx, tokensOf(kernelOf(ctx.broker).mongo), which);
