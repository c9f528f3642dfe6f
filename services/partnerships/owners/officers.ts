import { identity } from "#services/identity/identity.contract.ts";
import { settingsNow } from "#services/settings-now.ts";
import { dayIn } from "#shared/calendar/working-days.ts";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read, readAfter } from "#shared/views/read.ts";
import { registrationRows } from "../registrations/views/registrations.ts";
import { absenceRows } from "./views/absences.ts";

/** The officers of the office, in the order in which they came. */
async function officersOf(ctx: CallContext) {
  const known = asSystem("partnerships", ctx.meta.after === undefined ? {} : { after: ctx.meta.after });
  const { reply } = await callAs(ctx.broker, identity.actions.officers, {}, known, ctx);
  if (isRefusal(reply)) throw new Error(`The officers cannot be read: ${reply.refused}`);
  return reply.rows;
}

export const officerIds = async (ctx: CallContext): Promise<string[]> =>
  (await officersOf(ctx)).map(({ person }) => person);

/** With when they are away. */
export async function officersNow(ctx: CallContext) {
  const [officers, away] = [await officersOf(ctx), await awayRows(ctx)];
  return officers.map((row) => ({
    ...row,
    ...(away.has(row.person) && { away: away.get(row.person)! }),
  }));
}

/** And with how much each has, for whoever shares it out. */
export async function officersWithWork(ctx: CallContext) {
  const [officers, open] = [await officersNow(ctx), await openOfEach(ctx)];
  return officers.map((row) => ({ ...row, open: open.get(row.person) ?? 0 }));
}

/** Up to what has happened until now: of two that come in at once, the second counts the first. */
async function openOfEach(ctx: CallContext) {
  const { tail } = kernelOf(ctx.broker);
  await tail.catchUp();
  const rows = await readAfter(ctx, registrationRows, tail.head());
  const counted = await rows.aggregate<{ _id: string; open: number }>([
    { $match: { state: "submitted", owner: { $exists: true } } },
    { $group: { _id: "$owner", open: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, open }) => [_id, open]));
}

async function awayRows(ctx: CallContext) {
  const rows = await (await read(ctx, absenceRows)).find().lean();
  return new Map(rows.map(({ _id, ...away }) => [_id, away]));
}

/** The day it is where the office is. */
export async function todayAt(ctx: CallContext): Promise<string> {
  const { timeZone } = await settingsNow(ctx);
  return dayIn(timeZone, kernelOf(ctx.broker).clock.now()).toString();
}
