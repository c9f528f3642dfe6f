import type { Context } from "moleculer";
import { kernelOf } from "../kernel.ts";
import type { Read } from "../reads/batches.ts";
import type { CallContext, CallMeta } from "./call.ts";
import type { Action } from "./contract.ts";
import type { CallNotes } from "./serve.ts";
import { isPersonal } from "./words.ts";

/** Whether reading it is written down: queries whose answer may hold words of or about someone else. */
export const isRecorded = ({ kind, output, aboutCaller }: Action): boolean =>
  kind === "query" && !aboutCaller && isPersonal(output);

/** As a read names somebody; another record may be called as they are. */
export const recordOfPerson = (person: string) => `people/${person}`;

/** What was taken along, where the address does not say it. */
export type Taken = Required<Pick<Read, "record" | "filters" | "rows">>;

export function noteTaken(ctx: CallContext, taken: Taken): void {
  (ctx.locals as CallNotes).taken = taken;
}

/** Of an answer that may hold words of others, and this time holds the caller's alone. */
export function noteOwnAlone(ctx: CallContext): void {
  (ctx.locals as CallNotes).ownAlone = true;
}

/** The answer waits for it, so that nothing is read unrecorded. What is about the caller, or asked by a service, is no read of another's data. */
export async function recordRead(ctx: Context<any, CallMeta>, { name, route }: Action): Promise<void> {
  const { who, trace, reason } = ctx.meta;
  const { taken, ownAlone } = ctx.locals as CallNotes;
  if (who.kind !== "person" || ownAlone) return;
  const [, collection, field] = /^GET \/([a-z-]+)\/:(\w+)/.exec(route ?? "") ?? [];
  const record = field && `${collection}/${ctx.params[field]}`;
  if (record === recordOfPerson(who.person)) return;
  const { person, organisation } = who;
  const what = { action: name, ...(record && { record }), ...taken };
  await kernelOf(ctx.broker).reads.record({ person, organisation, ...what, ...(trace && { trace }) }, reason);
}
