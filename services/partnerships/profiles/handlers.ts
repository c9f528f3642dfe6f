import { byLanguage, codeList } from "#shared/codes/codes.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { whereNow } from "../mergers/merged.ts";
import type { actions } from "./contract.ts";
import { countsOf, isChosen } from "./facets.ts";
import { allPartners, isBefore, type Place } from "./held-list.ts";
import { pageOf } from "./page.ts";
import { type PartnerRow, partnerRows } from "./views/partners.ts";
import { hasWords, wordsOf } from "./wording.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** List, total and counts come from one look at all partners, so that they say the same. */
export async function partners({ find, after, limit, ...chosen }: In<"partners">, ctx: CallContext) {
  const sought = find ? wordsOf(find) : [];
  const all = (await allPartners(ctx)).filter(({ words }) => hasWords(words, sought));
  const { ecosystem, ...counts } = countsOf(all, chosen);
  const found = all.filter((one) => isChosen(chosen, one));
  const rest = after === undefined ? found : found.filter((one) => isBefore(placeIn(after), one));
  const last = rest.length > limit ? rest[limit - 1] : undefined;
  return {
    rows: await pagesOf(rest.slice(0, limit), ctx),
    ...(last && { next: `${last._id}/${last.order}` }),
    total: found.length,
    facets: { ...counts, ecosystem: ecosystem.map((one) => ({ ...one, name: nameOf(one.code) })) },
  };
}

function placeIn(after: string): Place {
  const end = after.indexOf("/");
  return { _id: after.slice(0, end), order: after.slice(end + 1) };
}

const nameOf = (code: string) => byLanguage(codeList("ecosystems").get(code)?.name ?? code);

/** In the same order; none of what was taken down meanwhile. */
async function pagesOf(places: Place[], ctx: CallContext) {
  const rows = await read(ctx, partnerRows);
  const found = await rows.find({ _id: among(places.map(({ _id }) => _id)) }).lean();
  const byId = new Map(found.map((row) => [row._id, row]));
  return places.flatMap(({ _id }) => byId.get(_id) ?? []).map(shown);
}

export async function partner({ id }: In<"partner">, ctx: CallContext) {
  const row = await (await read(ctx, partnerRows)).findById(await whereNow(ctx, id)).lean();
  return row ? shown(row) : refuse("not-found");
}

const shown = (row: PartnerRow) => ({ id: row._id, ...pageOf(row), publishedAt: row.publishedAt });
