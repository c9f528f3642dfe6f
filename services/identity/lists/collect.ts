import { type CallContext, call } from "#shared/contract/call.ts";
import { isRefusal, type KernelRefusal, refuse } from "#shared/contract/refusals.ts";
import { cursorOf, keepsBy, pageFrom, type Wanted } from "./filters.ts";
import type { List } from "./list.ts";

type Row = Record<string, unknown>;
type Page = { rows: Row[]; next?: string | number };

/** One file travels between processes in one piece, in Base64, and NATS takes a megabyte. */
const most = { rows: 2_000, bytes: 600_000 };
/** As long as the gateway waits; the rest of it is for the last page and for making the file. */
const times = { patience: 4_500, rest: 2_000 };

/** In the name of whoever asks, so that they get what they may, and no other rows. */
export async function collect(
  ctx: CallContext,
  list: List,
  wanted: Wanted,
  from: string | undefined,
): Promise<Page | KernelRefusal | typeof notTaken> {
  const keeps = keepsBy(list, wanted);
  const until = (ctx.meta.notAfter ?? Date.now() + times.patience) - times.rest;
  const rows: Row[] = [];
  let bytes = 0;
  let next: Page["next"] = from && cursorOf(list, from);
  do {
    const asked = pageFrom(list, wanted, next);
    if (!asked) return notTaken;
    const page = (await call(ctx, list.action, asked)) as Page | KernelRefusal;
    if (isRefusal(page)) return page;
    const kept = page.rows.filter(keeps);
    rows.push(...kept);
    bytes += Buffer.byteLength(JSON.stringify(kept));
    next = page.next;
  } while (next !== undefined && rows.length < most.rows && bytes < most.bytes && Date.now() < until);
  return { rows, ...(next !== undefined && { next }) };
}

const notTaken = refuse("identity.filter-unknown");
