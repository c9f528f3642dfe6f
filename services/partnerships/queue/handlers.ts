import type { CallContext } from "#shared/contract/call.ts";
import { personIn } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { officersNow, todayAt } from "../owners/officers.ts";
import { failed } from "../registrations/criteria.ts";
import type { Row } from "../registrations/own.ts";
import { registrationRows } from "../registrations/views/registrations.ts";
import { isFor } from "./whose.ts";

const shownAtMost = 500;

export async function queue(_input: object, ctx: CallContext) {
  const { person: me } = personIn(ctx);
  const [officers, today] = [await officersNow(ctx), await todayAt(ctx)];
  const waiting = await (await read(ctx, registrationRows)).find({ state: "submitted" }).lean();
  const mine = waiting
    .filter(({ owner }) => isFor(me, owner, officers, today))
    .sort((one, other) => due(one) - due(other) || one.order - other.order);
  const now = kernelOf(ctx.broker).clock.now();
  const isPutOff = ({ putOffUntil }: Row) => putOffUntil !== undefined && new Date(putOffUntil) > now;
  const rows = mine.filter((row) => !isPutOff(row));
  return {
    rows: rows.slice(0, shownAtMost).map(itemOf),
    total: rows.length,
    putOff: mine.filter(isPutOff).slice(0, shownAtMost).map(itemOf),
  };
}

const due = ({ dueAt = "" }: Row): number => Date.parse(dueAt);

function itemOf({ _id, name, country, round, dueAt, criteria, owner, putOffUntil }: Row) {
  return {
    ...{ id: _id, name, country, round, dueAt: dueAt!, failing: failed(criteria).length },
    ...(owner && { owner }),
    ...(putOffUntil && { putOffUntil }),
  };
}
