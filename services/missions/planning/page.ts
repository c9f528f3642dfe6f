import type { CallContext } from "#shared/contract/call.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { missionRows } from "./views/missions.ts";

export type Asked = { after?: string; limit: number };

/** Missions in order of their first day. */
export async function pageOfMissions(ctx: CallContext, { after, limit }: Asked) {
  const missions = await read(ctx, missionRows);
  const rows = await missions
    .find(after ? afterRow(after) : {})
    .sort({ firstDay: 1, _id: 1 })
    .limit(limit)
    .lean();
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rows,
    total: await missions.countDocuments(),
    ...(last && { next: `${last.firstDay}/${last._id}` }),
  };
}

/** The next page begins after the last row of this one, whatever has been added in between. */
function afterRow(after: string) {
  const [firstDay = "", id = ""] = after.split("/");
  return { $or: [{ firstDay: above(firstDay) }, { firstDay, _id: above(id) }] };
}
