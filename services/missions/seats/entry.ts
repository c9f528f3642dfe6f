import { organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { below } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { namedOn } from "../delegates/named.ts";
import type { MissionNow } from "../planning/state.ts";
import { skipsOf } from "./skips.ts";
import { type EntryRow, entryRows } from "./views/entries.ts";

/** None when the company never signed up. */
export const rowOf = async (ctx: CallContext, mission: string, company: string) =>
  (await read(ctx, entryRows)).findById(`${mission}/${company}`).lean();

/** What a company has on a mission, as it is shown. */
export async function shownEntry(ctx: CallContext, row: EntryRow, now: MissionNow | null) {
  const { mission, company, order } = row;
  const [names, named] = await Promise.all([
    organisationNames(ctx, [company]),
    namedOn(ctx, mission, [company]),
  ]);
  const shown = { ...shownRow(row, names[company] ?? company, now), named: named.get(company)! };
  if (shown.state !== "waiting") return shown;
  const [before, skips] = await Promise.all([
    waitingBefore(ctx, mission, order),
    skipsOf(ctx, mission, [row]),
  ]);
  return { ...shown, place: before + 1, skipped: skips.get(company)! };
}

/** All that stands in its row. */
export function shownRow(row: EntryRow, companyName: string, now: MissionNow | null) {
  const { company, seats, asked, least, moves, at } = row;
  const state = shownAs(row.state, now?.state === "cancelled");
  return { company, companyName, seats, asked, least, state, moves, at };
}

export async function waitingBefore(ctx: CallContext, mission: string, order: number): Promise<number> {
  const rows = await read(ctx, entryRows);
  return rows.countDocuments({ mission, state: "waiting", order: below(order) });
}

/** Its rows stay as they are, of which there may be thousands: the mission says it once for all. */
export const shownAs = (state: EntryRow["state"], cancelled: boolean) =>
  cancelled && state !== "withdrawn" ? ("cancelled" as const) : state;
