import type { Context } from "moleculer";
import { kernelOf } from "../kernel.ts";
import type { CallMeta } from "./call.ts";
import type { Action } from "./contract.ts";
import { isPersonal } from "./words.ts";

/** Whether reading it is written down: queries whose answer may hold words of or about someone else. */
export const isRecorded = ({ kind, output, aboutCaller }: Action): boolean =>
  kind === "query" && !aboutCaller && isPersonal(output);

/** As a read names somebody; another record may be called as they are. */
export const recordOfPerson = (person: string) => `people/${person}`;

/** The answer waits for it, so that nothing is read unrecorded. What is about the caller, or asked by a service, is no read of another's data. */
export async function recordRead(ctx: Context<any, CallMeta>, { name, route }: Action): Promise<void> {
  const { who, trace, reason } = ctx.meta;
  if (who.kind !== "person") return;
  const [, collection, field] = /^GET \/([a-z-]+)\/:(\w+)/.exec(route ?? "") ?? [];
  const record = field && `${collection}/${ctx.params[field]}`;
  if (record === recordOfPerson(who.person)) return;
  const { person, organisation } = who;
  const read = { person, organisation, action: name, ...(record && { record }), ...(trace && { trace }) };
  await kernelOf(ctx.broker).reads.record(read, reason);
}
