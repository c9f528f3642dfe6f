import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { companiesWithLinkOf } from "../seat-links/links.ts";
import { seats } from "../seats/seats.ts";
import type { actions } from "./contract.ts";
import { orderIn, writeLetters } from "./writing.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** As many as are written to between two questions to others. */
const atOnce = 100;

export const writeToCompanies = ({ news }: In<"writeToCompanies">, ctx: CallContext) =>
  writeLetters(ctx, news);

/** There may be thousands: whoever asks again, since it takes too long, goes on about where it was. */
export async function writeOfCancellation(
  { mission, event, at }: In<"writeOfCancellation">,
  ctx: CallContext,
) {
  const { confirmed, waiting } = await stateNow(ctx, seats, mission);
  const about = "cancelled" as const;
  const asked = waiting.map((wish) => wish.seats);
  const news = [...confirmed, ...asked].map(([company, count]) => ({
    ...{ mission, company, seats: count, about, event, at },
  }));
  news.sort((a, b) => a.company.localeCompare(b.company));
  const written = await companiesWithLinkOf(kernelOf(ctx.broker).mongo, mission, orderIn(event));
  const last = news.findLastIndex(({ company }) => written.has(company));
  // Of those that were written to together with it, the links may be there and not yet the letters.
  for (let from = Math.max(last + 1 - atOnce, 0); from < news.length; from += atOnce) {
    const done = await writeLetters(ctx, news.slice(from, from + atOnce));
    if (isRefusal(done)) return done;
  }
  return {};
}
