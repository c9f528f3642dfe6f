import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { membersOf } from "../letters/members.ts";
import { missionNow } from "../planning/state.ts";
import { canWithdraw } from "../seats/abilities.ts";
import { rowOf, shownEntry } from "../seats/entry.ts";
import type { EntryRow } from "../seats/views/entries.ts";
import { withdrawByLetter } from "../seats/withdrawing.ts";
import type { actions } from "./contract.ts";
import { deleteSeatLinks, type SeatLink, seatLinksOf } from "./links.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** The link with the entry that it is about; none when there is no such link of that mission. */
async function found(ctx: CallContext, { mission, link: id }: In<"entryOfLink">) {
  const link = await seatLinksOf(kernelOf(ctx.broker).mongo).findOne({ _id: id, mission }).lean();
  const row = link && (await rowOf(ctx, mission, link.company));
  return row ? { link, row } : undefined;
}

/** What its letter was about has been given back. The company may have signed up anew since: that is for newer letters. */
const isOver = ({ order }: SeatLink, row: EntryRow) => row.state === "withdrawn" || order < row.since;

export async function entryOfLink(asked: In<"entryOfLink">, ctx: CallContext) {
  const own = await found(ctx, asked);
  if (!own) return refuse("not-found");
  const state = isOver(own.link, own.row) ? "withdrawn" : own.row.state;
  const now = await missionNow(ctx, asked.mission);
  const entry = await shownEntry(ctx, { ...own.row, state }, now);
  return { ...entry, abilities: canWithdraw(ctx, now, entry) ? ["withdraw" as const] : [] };
}

export async function withdrawByLink(asked: In<"withdrawByLink">, ctx: CallContext) {
  const own = await found(ctx, asked);
  if (!own) return refuse("not-found");
  if (isOver(own.link, own.row)) return refuse("missions.letter-over");
  return withdrawByLetter(ctx, asked.mission, own.row.company, own.row.times);
}

export async function revokeSeatLinks({ mission, company }: In<"revokeSeatLinks">, ctx: CallContext) {
  return { revoked: await deleteSeatLinks(kernelOf(ctx.broker).mongo, mission, company) };
}

export async function seatOfLink({ linkHash }: In<"seatOfLink">, ctx: CallContext) {
  const link = await seatLinksOf(kernelOf(ctx.broker).mongo).findOne({ hash: linkHash }).lean();
  if (!link) return {};
  const members = await membersOf(ctx, [link.company]);
  const acts = members.some(({ person }) => person === link.person);
  return acts ? { seat: { link: link._id, company: link.company } } : {};
}
