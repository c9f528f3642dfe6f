import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { orderOf } from "#shared/log/events.ts";
import { companiesWithLinkOf } from "../seat-links/links.ts";
import { seats } from "../seats/seats.ts";
import type { actions } from "./contract.ts";
import { writeLetters } from "./writing.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** As many as are written to between two questions to others. */
const atOnce = 100;

/** `<position>.<n>`, as an event's id is written. */
const orderIn = (event: string) => orderOf({ id: event, position: Number.parseInt(event, 10) });

export async function writeToCompany(input: In<"writeToCompany">, ctx: CallContext) {
  const { mission, company, seats: count, about, event, at } = input;
  return writeLetters(ctx, { mission, about, event, order: orderIn(event), at }, [{ company, seats: count }]);
}

/** There may be thousands: whoever asks again, since it takes too long, goes on about where it was. */
export async function writeOfCancellation(
  { mission, event, at }: In<"writeOfCancellation">,
  ctx: CallContext,
) {
  const order = orderIn(event);
  const { confirmed, waiting } = await stateNow(ctx, seats, mission);
  const entries = [...confirmed, ...waiting].map(([company, count]) => ({ company, seats: count }));
  entries.sort((a, b) => a.company.localeCompare(b.company));
  const written = await companiesWithLinkOf(kernelOf(ctx.broker).mongo, mission, order);
  const last = entries.findLastIndex(({ company }) => written.has(company));
  for (let from = Math.max(last, 0); from < entries.length; from += atOnce) {
    const news = { mission, about: "cancelled" as const, event, order, at };
    const done = await writeLetters(ctx, news, entries.slice(from, from + atOnce));
    if (isRefusal(done)) return done;
  }
  return {};
}
