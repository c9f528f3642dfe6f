import { text } from "#shared/i18n/i18n.ts";
import type { Cell, List, Reader } from "./list.ts";

/** Words, numbers and moments; a yes or no is a word. */
export type Table = { name: string; headings: string[]; rows: Exclude<Cell, boolean>[][] };

export function tableOf(name: string, { columns }: List, rows: object[], reader: Reader): Table {
  const { language } = reader;
  const worded = (cell: Cell) =>
    typeof cell === "boolean" ? text(language, "identity", `columns.${cell ? "yes" : "no"}`) : cell;
  return {
    name: text(language, "identity", `columns.lists.${name}`),
    headings: Object.keys(columns).map((heading) =>
      text(language, "identity", `columns.headings.${heading}`),
    ),
    rows: rows.map((row) => Object.values(columns).map((cell) => worded(cell(row, reader)))),
  };
}
