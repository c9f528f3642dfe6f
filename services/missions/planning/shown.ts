import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { countsOf } from "./counts.ts";
import { stateOf } from "./state.ts";
import type { MissionRow } from "./views/missions.ts";

/** Missions as they are shown: with what the clock and their seats have made of them. */
export async function shown(ctx: CallContext, rows: (MissionRow & { _id: string })[]) {
  const now = kernelOf(ctx.broker).clock.now();
  const counts = await countsOf(
    ctx,
    rows.map(({ _id }) => _id),
  );
  return rows.map(({ _id, cancelled, ...row }) => ({
    id: _id,
    ...row,
    ...(counts.get(_id) ?? { taken: 0, waiting: 0, held: 0 }),
    state: stateOf({ cancelled, ...row }, counts.has(_id), now),
  }));
}

/** As a list tells of it. */
export const briefly = <M extends Pick<MissionRow, "goals" | "targetProfile" | "legs">>({
  goals: _goals,
  targetProfile: _profile,
  legs,
  ...mission
}: M) => ({ ...mission, legs: legs.map(({ programme: _programme, ...leg }) => leg) });
