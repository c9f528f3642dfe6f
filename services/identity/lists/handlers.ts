import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { noteTaken } from "#shared/contract/reads.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { localeOf } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import { namesOfPeople } from "../people/names.ts";
import { collect } from "./collect.ts";
import type { actions } from "./contract.ts";
import { csvOf } from "./csv.ts";
import { toldOf, wantedBy } from "./filters.ts";
import type { List } from "./list.ts";
import { lists } from "./lists.ts";
import { tableOf } from "./table.ts";
import { xlsxOf } from "./xlsx.ts";

const made = { csv: csvOf, xlsx: xlsxOf };

export async function listAsFile(asked: Input<typeof actions.listAsFile>, ctx: CallContext) {
  const { list: name, search = "", format, after } = asked;
  const list = lists[name];
  const wanted = wantedBy(list, search);
  if (wanted.unknown.length) return refuse("identity.filter-unknown");
  const found = await collect(ctx, list, wanted, after);
  if (isRefusal(found)) return found;
  const { rows, next } = found;
  const reader = { language: localeOf(asked.language), names: await namesIn(ctx, list, rows) };
  const table = tableOf(name, list, rows, reader);
  const file = await made[format](table);
  noteTaken(ctx, { record: `lists/${name}`, filters: toldOf(list, search), rows: rows.length });
  const day = kernelOf(ctx.broker).clock.now().toISOString().slice(0, 10);
  return {
    name: `${table.name}-${day}.${format}`,
    base64: file.toString("base64"),
    rows: rows.length,
    ...(next !== undefined && { next: String(next) }),
  };
}

/** Whoever may see a list may see the names in it. */
const namesIn = (ctx: CallContext, { person }: List, rows: object[]) =>
  namesOfPeople(ctx, person ? [...new Set(rows.flatMap((row) => person(row) ?? []))] : []);
