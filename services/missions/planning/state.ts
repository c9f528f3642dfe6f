import type { Static } from "typebox";
import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { countRows } from "../seats/views/counts.ts";
import type { MissionState } from "./contract.ts";
import { endOf } from "./missions.ts";
import { type MissionRow, missionRows } from "./views/missions.ts";

type State = Static<ReturnType<typeof MissionState>>;

export function stateOf(row: MissionRow, isOffered: boolean, now: Date): State {
  if (row.cancelled) return "cancelled";
  if (!isOffered || now < new Date(row.signUpOpensAt)) return "planned";
  return now > new Date(row.signUpClosesAt) ? "closed" : "open";
}

/** What a mission has come to, as far as its rows tell; none when they tell of none. */
export async function missionNow(ctx: CallContext, id: string) {
  const [missions, counts] = [await read(ctx, missionRows), await read(ctx, countRows)];
  const [row, offered] = await Promise.all([missions.findById(id).lean(), counts.exists({ _id: id })]);
  return (
    row && {
      id,
      lastDay: row.lastDay,
      state: stateOf(row, offered !== null, kernelOf(ctx.broker).clock.now()),
    }
  );
}

export type MissionNow = NonNullable<Awaited<ReturnType<typeof missionNow>>>;

/** By the clock of the installation, at the end of its last day. */
export const isOver = (ctx: CallContext, { lastDay }: Pick<MissionNow, "lastDay">): boolean =>
  kernelOf(ctx.broker).clock.now().getTime() >= endOf(lastDay);

/** Neither cancelled nor over. */
export const isOn = (ctx: CallContext, mission: MissionNow | null): mission is MissionNow =>
  mission !== null && mission.state !== "cancelled" && !isOver(ctx, mission);
