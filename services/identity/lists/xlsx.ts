import type { Table } from "./table.ts";

type Cell = Table["rows"][number][number];

/** More characters Excel takes for a broken file. */
const mostInCell = 32_767;
const widths = { least: 10, most: 60 };

/** Words are written as words, so that no program takes one for a formula. */
export async function xlsxOf({ name, headings, rows }: Table): Promise<Buffer> {
  // Loaded by who writes such a file: it stays for good.
  const { default: writeXlsx } = await import("write-excel-file/node");
  const head = headings.map((value) => ({ type: String, value, fontWeight: "bold" as const }));
  const sheet = { sheet: name, stickyRowsCount: 1, columns: headings.map((_, n) => ({ width: widthOf(n) })) };
  return writeXlsx([head, ...rows.map((row) => row.map(written))], sheet).toBuffer();

  function widthOf(n: number): number {
    const lengths = [headings[n]!, ...rows.map((row) => row[n])].map((cell) =>
      cell instanceof Date ? dateFormat.length : String(cell ?? "").length,
    );
    return Math.min(widths.most, Math.max(widths.least, ...lengths) + 2);
  }
}

const dateFormat = "yyyy-mm-dd hh:mm";

function written(cell: Cell) {
  if (cell === undefined) return null;
  if (cell instanceof Date) return { type: Date, value: cell, format: dateFormat };
  if (typeof cell === "number") return { type: Number, value: cell };
  return { type: String, value: cell.slice(0, mostInCell).toWellFormed() };
}
