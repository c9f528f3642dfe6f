import type { CallContext } from "#shared/contract/call.ts";
import { remember } from "#shared/documents/remember.ts";
import type { Note } from "./sent.ts";

/** What somebody of the office writes about a registration; the log holds only its id. */
export const rememberNote = (ctx: CallContext, id: string, note: Note): Promise<string> =>
  remember(ctx, { kind: "note", subject: `registration/${id}`, term: "two-years-after-decision" }, note);
