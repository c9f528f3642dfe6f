import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { happenedUntil } from "#shared/log/as-it-was.ts";
import { asItWas } from "#shared/views/as-it-was.ts";
import { isPlanned } from "../planning/planned.ts";
import { tellerOf } from "../planning/telling.ts";
import { missionRows } from "../planning/views/missions.ts";
import { countRows } from "../seats/views/counts.ts";
import type { actions } from "./contract.ts";

export async function missionAsItWas({ id, at }: Input<typeof actions.missionAsItWas>, ctx: CallContext) {
  if (!(await isPlanned(ctx, id))) return refuse("not-found");
  const events = await happenedUntil(ctx, [`mission/${id}`, `seats/${id}`], new Date(at));
  const planned = await asItWas(missionRows, id, events, ({ version: _version, ...facts }) => facts);
  if (!planned) return { setBy: [] };
  const counted = await asItWas(countRows, id, events, ({ taken, waiting }) => ({ taken, waiting }));
  const tell = await tellerOf(ctx, events);
  return {
    mission: { ...planned.facts, ...(counted?.facts ?? { taken: 0, waiting: 0 }) },
    setBy: [...planned.setBy, ...(counted?.setBy ?? [])].map(([fact, event]) => ({ fact, ...tell(event) })),
  };
}
