import { organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { may } from "#shared/contract/may.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { isPlanned } from "../../planning/planned.ts";
import { missionNow } from "../../planning/state.ts";
import { unknownOf } from "../facts.ts";
import { seats } from "../seats.ts";
import { type HoldRow, holdRows } from "../views/holds.ts";
import { actions } from "./contract.ts";
import * as rules from "./rules.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function hold({ mission, ...asked }: In<"hold">, ctx: CallContext) {
  const facts = await unknownOf(ctx, mission, asked.company);
  return execute(ctx, seats, mission, rules.hold, asked, facts, (after) => {
    const own = after.holds.get(asked.company)!;
    return { seats: own.seats, endsAt: own.endsAt.toISOString() };
  });
}

export async function extendHold({ mission, company }: In<"extendHold">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  return execute(ctx, seats, mission, rules.extend, { company }, {}, (after) => ({
    endsAt: after.holds.get(company)!.endsAt.toISOString(),
  }));
}

export const endHolds = ({ mission }: In<"endHolds">, ctx: CallContext) =>
  execute(ctx, seats, mission, rules.endOver, {}, {}, () => ({}));

export async function ownHold({ mission, company }: In<"ownHold">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  const row = await (await read(ctx, holdRows)).findById(`${mission}/${company}`).lean();
  const [hold = null] = await shown(ctx, mission, row ? [row] : []);
  return { hold, now: nowOf(ctx).toISOString() };
}

export async function holds({ mission, after = "", limit }: In<"holds">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  const rows = await read(ctx, holdRows);
  const found = await rows
    .find({ mission, company: above(after) })
    .sort({ company: 1 })
    .limit(limit)
    .lean();
  const last = found.length === limit ? found.at(-1)!.company : undefined;
  return {
    rows: await shown(ctx, mission, found),
    ...(last && { next: last }),
    now: nowOf(ctx).toISOString(),
  };
}

const nowOf = (ctx: CallContext) => kernelOf(ctx.broker).clock.now();

/** Those that are not over by the clock; of a cancelled mission none is held. */
async function shown(ctx: CallContext, mission: string, rows: HoldRow[]) {
  const now = nowOf(ctx).toISOString();
  const standing = rows.filter(({ endsAt }) => endsAt > now);
  if (!standing.length || (await missionNow(ctx, mission))?.state !== "open") return [];
  const names = await organisationNames(
    ctx,
    standing.map(({ company }) => company),
  );
  return standing.map(({ mission: _, extended, company, ...own }) => ({
    ...{ company, companyName: names[company] ?? company },
    ...{ seats: own.seats, asked: own.asked, least: own.least, endsAt: own.endsAt },
    abilities: !extended && may(ctx, actions.extendHold, { mission, company }) ? ["extend" as const] : [],
  }));
}
