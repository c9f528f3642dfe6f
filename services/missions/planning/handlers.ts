import { actorNames, organisationNames } from "#services/names.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { type CallContext, call } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { timelineOf } from "#shared/log/timeline.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { countRows } from "../seats/views/counts.ts";
import type { actions } from "./contract.ts";
import { mission as feature } from "./missions.ts";
import { isPlanned } from "./planned.ts";
import * as rules from "./rules.ts";
import { stateOf } from "./state.ts";
import { type MissionRow, missionRows } from "./views/missions.ts";

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

export async function missions({ after, limit }: In<"missions">, ctx: CallContext) {
  const rows = await read(ctx, missionRows);
  const total = await rows.countDocuments();
  const found = await rows
    .find(after ? afterRow(after) : {})
    .sort({ firstDay: 1, _id: 1 })
    .limit(limit)
    .lean();
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    rows: await shown(ctx, found),
    ...(last && { next: `${last.firstDay}/${last._id}` }),
    total,
  };
}

/** The next page begins after the last row of this one, whatever has been added in between. */
function afterRow(after: string) {
  const [firstDay = "", id = ""] = after.split("/");
  return { $or: [{ firstDay: above(firstDay) }, { firstDay, _id: above(id) }] };
}

export async function mission({ id }: In<"mission">, ctx: CallContext) {
  const row = await (await read(ctx, missionRows)).findById(id).lean();
  if (!row) return refuse("not-found");
  const partners = await Promise.all(
    row.partners.map((partner) => call(ctx, partnerships.actions.partner, { id: partner })),
  );
  const partnerNames = partners.flatMap((partner) =>
    isRefusal(partner) ? [] : [{ id: partner.id, name: partner.name }],
  );
  const [mission] = await shown(ctx, [row]);
  return { ...mission!, partnerNames };
}

async function shown(ctx: CallContext, rows: (MissionRow & { _id: string })[]) {
  const now = kernelOf(ctx.broker).clock.now();
  const found = await (await read(ctx, countRows)).find({ _id: among(rows.map(({ _id }) => _id)) }).lean();
  const counts = new Map(found.map(({ _id, taken, waiting, held }) => [_id, { taken, waiting, held }]));
  return rows.map(({ _id, cancelled, ...row }) => ({
    id: _id,
    ...row,
    ...(counts.get(_id) ?? { taken: 0, waiting: 0, held: 0 }),
    state: stateOf({ cancelled, ...row }, counts.has(_id), now),
  }));
}

export async function missionTimeline({ id, before }: In<"missionTimeline">, ctx: CallContext) {
  const page = await timelineOf(ctx, [`mission/${id}`, `seats/${id}`], before);
  if (!page.events.length && !(await isPlanned(ctx, id))) return refuse("not-found");
  const companies = page.events.flatMap(({ data }) => companyIn(data) ?? []);
  const [who, names] = await Promise.all([actorNames(ctx, page.events), organisationNames(ctx, companies)]);
  return {
    rows: page.events.map((event) => {
      const company = companyIn(event.data);
      const { seats, fromList } = event.data as { seats?: number; fromList?: boolean };
      return {
        id: event.id,
        event: event.type,
        at: event.at.toISOString(),
        // Who withdrew did not give these seats to anyone: the list did.
        ...(fromList ? { who: "" } : who(event)),
        ...(fromList && { fromList }),
        ...(company && { company: names[company] ?? company }),
        ...(seats !== undefined && { seats }),
      };
    }),
    ...(page.next !== undefined && { next: page.next }),
  };
}

const companyIn = (data: unknown) => (data as { company?: string }).company;
