import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { idOf } from "#shared/log/events.ts";
import { timelineOf } from "#shared/log/timeline.ts";
import { everMergedInto } from "../mergers/merged.ts";
import type { actions } from "./contract.ts";
import { rowOf } from "./own.ts";
import { registration } from "./registrations.ts";
import { tellerOf } from "./telling.ts";

export async function registrationTimeline(
  { id, before }: Input<typeof actions.registrationTimeline>,
  ctx: CallContext,
) {
  const { events, next } = await timelineOf(ctx, await streamsOf(ctx, id), before);
  const isCluster = ctx.meta.who.kind === "link";
  // Who holds the link of a draft may look before anything has happened; all others see what was sent.
  if (!events.length && !isCluster && !(await rowOf(ctx, id))) return refuse("not-found");
  const { untold } = await stateNow(ctx, registration, id);
  const seen = events.filter((event) => isOf(event, id) && !(isCluster && isKept(event, untold)));
  const tell = await tellerOf(ctx, id, seen);
  return { rows: seen.map(tell), ...(next !== undefined && { next }) };
}

/** Its own, and those in which it says that another was merged into it. */
async function streamsOf(ctx: CallContext, id: string): Promise<string[]> {
  const others = await everMergedInto(ctx, id);
  return [`registration/${id}`, `owner/${id}`, ...others.map((other) => `registration/${other}`)];
}

/** From its cluster: when an officer means to look, and what was undone before it was told. */
const isKept = ({ type, data, position }: Recorded, untold: number[]): boolean =>
  type === "RegistrationPutOff" || untold.includes((data as { decision?: number }).decision ?? position);

const isOf = (event: Recorded, id: string): boolean =>
  idOf(event) === id || (event.data as { into?: string }).into === id;
