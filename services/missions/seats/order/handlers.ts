import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { recall, remember } from "#shared/documents/remember.ts";
import type { Subject } from "#shared/documents/subject.ts";
import { read } from "#shared/views/read.ts";
import { isPlanned } from "../../planning/planned.ts";
import { seats } from "../seats.ts";
import { type MoveRow, moveRows } from "../views/moves.ts";
import type { actions } from "./contract.ts";
import * as rules from "./rules.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** The reason is in somebody's own words, so the log has only its document. */
export async function moveEntry({ mission, reason: text, ...asked }: In<"moveEntry">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  const reason = await remember(
    ctx,
    { kind: "move", subject: writerIn(ctx), term: "while-member" },
    { text },
  );
  const move = { ...asked, reason };
  return execute(ctx, seats, mission, rules.move, move, {}, () => ({ place: asked.to }));
}

function writerIn({ meta: { who } }: CallContext): Subject | undefined {
  return who.kind === "person" ? `person/${who.person}` : undefined;
}

export async function entryMoves({ mission, company }: In<"entryMoves">, ctx: CallContext) {
  if (!(await isPlanned(ctx, mission))) return refuse("not-found");
  const rows = await read(ctx, moveRows);
  const found = await rows.find({ mission, concerns: company }).sort({ at: -1 }).limit(50).lean();
  const reasons = await recall<{ text: string }>(
    ctx,
    found.map(({ reason }) => reason),
  );
  return {
    rows: found.map((row) => {
      const text = reasons.get(row.reason)?.text;
      return { at: row.at, ...placesOf(company, row), ...(text && { reason: text }) };
    }),
  };
}

/** Of this company: who else was moved is not its business. */
function placesOf(company: string, move: MoveRow) {
  const { from, to, others } = move;
  if (company === move.company) return { itself: true, from, to };
  const up = to < from;
  const was = (up ? to : from + 1) + others.indexOf(company);
  return { itself: false, from: was, to: up ? was + 1 : was - 1 };
}
