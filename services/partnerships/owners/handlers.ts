import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { rememberNote } from "../registrations/note.ts";
import { rowOf } from "../registrations/own.ts";
import { isOpen } from "../registrations/registrations.ts";
import { absence, isAway } from "./absences.ts";
import type { actions } from "./contract.ts";
import { officerIds, officersWithWork, todayAt } from "./officers.ts";
import { owner } from "./owners.ts";
import * as rules from "./rules.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function assignOwner({ id }: In<"assignOwner">, ctx: CallContext) {
  const [all, today] = [await officersWithWork(ctx), await todayAt(ctx)];
  const officers = all.map(({ person, open, away }) => ({ person, open, isAway: isAway(away, today) }));
  return execute(ctx, owner, id, rules.assign, {}, { officers }, (after) => ({ owner: after.owner! }));
}

export async function handOn({ id, to, note }: In<"handOn">, ctx: CallContext) {
  const row = await rowOf(ctx, id);
  if (!row) return refuse("not-found");
  const document = note && (await rememberNote(ctx, id, { text: note }));
  const facts = { officers: await officerIds(ctx), isOpen: isOpen(row.state) };
  return execute(ctx, owner, id, rules.handOn, { to, ...(document && { note: document }) }, facts, () => ({
    owner: to,
  }));
}

export async function putOff({ id, until }: In<"putOff">, ctx: CallContext) {
  const row = await rowOf(ctx, id);
  if (!row) return refuse("not-found");
  return execute(ctx, owner, id, rules.putOff, { until }, { dueAt: row.dueAt }, () => ({ until }));
}

export const officers = async (_input: In<"officers">, ctx: CallContext) => ({
  rows: await officersWithWork(ctx),
});

export async function setAbsence(input: In<"setAbsence">, ctx: CallContext) {
  const facts = { officers: await officerIds(ctx), today: await todayAt(ctx) };
  return execute(ctx, absence, input.person, rules.setAbsence, input, facts, () => ({}));
}

export const endAbsence = ({ person }: In<"endAbsence">, ctx: CallContext) =>
  execute(ctx, absence, person, rules.endAbsence, {}, {}, () => ({}));
