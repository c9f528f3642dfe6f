import { organisationNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { above } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { isPlanned } from "../planning/planned.ts";
import type { actions } from "./contract.ts";
import { shownOf, withWords } from "./details.ts";
import { delegateRows } from "./views/delegates.ts";

type Page = Input<typeof actions.missionDelegates>;

export async function missionDelegates(asked: Page, ctx: CallContext) {
  const page = await pageOf(ctx, asked);
  if (!page) return refuse("not-found");
  return {
    rows: page.found.map(({ row, details, answers, companyName }) => ({
      ...{ ...shownOf(row, details), company: row.company, companyName },
      ...(answers && { telephone: answers.telephone, listed: answers.listed }),
      ...(answers?.passportName && { passportName: answers.passportName }),
    })),
    ...page.next,
  };
}

export async function delegateNeeds(asked: Page, ctx: CallContext) {
  const page = await pageOf(ctx, asked);
  if (!page) return refuse("not-found");
  const rows = page.found.flatMap(({ row, details, answers, companyName }) => {
    const { diet, access } = answers ?? {};
    if (!diet && !access) return [];
    const who = { delegate: row._id, companyName, ...(details && { name: details.name }) };
    return { ...who, ...(diet && { diet }), ...(access && { access }) };
  });
  return { rows, ...page.next };
}

/** Delegates of a mission in the order in which they were named, with what is left of their words. */
async function pageOf(ctx: CallContext, { mission, after, limit }: Page) {
  if (!(await isPlanned(ctx, mission))) return undefined;
  const rows = await read(ctx, delegateRows);
  const wanted = { mission, order: above(after ?? -1) };
  const found = await rows.find(wanted).sort({ order: 1 }).limit(limit).lean();
  const names = await organisationNames(
    ctx,
    found.map(({ company }) => company),
  );
  const worded = await withWords(ctx, found);
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    found: worded.map((one) => ({ ...one, companyName: names[one.row.company] ?? one.row.company })),
    next: last ? { next: last.order } : {},
  };
}
