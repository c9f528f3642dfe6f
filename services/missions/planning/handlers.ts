import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { type CallContext, call } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { timelineOf } from "#shared/log/timeline.ts";
import { read } from "#shared/views/read.ts";
import type { actions } from "./contract.ts";
import { mission as feature } from "./missions.ts";
import { pageOfMissions } from "./page.ts";
import { isPlanned } from "./planned.ts";
import * as rules from "./rules.ts";
import { briefly, shown } from "./shown.ts";
import { tellerOf } from "./telling.ts";
import { missionRows } from "./views/missions.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function planMission({ id, ...plan }: In<"planMission">, ctx: CallContext) {
  const unknownPartners = await unpublished(ctx, plan.partners);
  return execute(ctx, feature, id, rules.plan, plan, { unknownPartners }, () => ({ mission: id }));
}

async function unpublished(ctx: CallContext, partners: string[]): Promise<string[]> {
  const asked = await Promise.all(partners.map((id) => call(ctx, partnerships.actions.partner, { id })));
  return partners.filter((_id, n) => isRefusal(asked[n]));
}

export const cancelMission = ({ id, version }: In<"cancelMission">, ctx: CallContext) =>
  execute(ctx, feature, id, rules.cancel, {}, {}, () => ({ state: "cancelled" as const }), {
    expected: version,
  });

export async function missions(page: In<"missions">, ctx: CallContext) {
  const { rows, ...rest } = await pageOfMissions(ctx, page);
  return { rows: (await shown(ctx, rows)).map(briefly), ...rest };
}

export async function mission({ id }: In<"mission">, ctx: CallContext) {
  const row = await (await read(ctx, missionRows)).findById(id).lean();
  if (!row) return refuse("not-found");
  const partners = await Promise.all(
    row.partners.map((partner) => call(ctx, partnerships.actions.partner, { id: partner })),
  );
  // Two that were merged are one.
  const names = new Map(
    partners.flatMap((partner) => (isRefusal(partner) ? [] : [[partner.id, partner.name] as const])),
  );
  const [mission] = await shown(ctx, [row]);
  return { ...mission!, partnerNames: [...names].map(([id, name]) => ({ id, name })) };
}

export async function missionTimeline({ id, before }: In<"missionTimeline">, ctx: CallContext) {
  const { events, next } = await timelineOf(ctx, [`mission/${id}`, `seats/${id}`], before);
  if (!events.length && !(await isPlanned(ctx, id))) return refuse("not-found");
  const tell = await tellerOf(ctx, events);
  return { rows: events.map(tell), ...(next !== undefined && { next }) };
}
