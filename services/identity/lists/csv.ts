import { stringify } from "csv-stringify/sync";
import type { Table } from "./table.ts";

/**
 * Also behind what some programs take away first: spaces, ends of lines, and what is not to be seen. The wide signs are those of
 * Chinese and Japanese keyboards, which some read as the others.
 */
const hidden = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]+(?=[=+\-@＝＋－＠])/u;

/**
 * RFC 4180. What begins as a formula does is put behind an apostrophe (OWASP, CSV Injection). Without the mark in front
 * spreadsheets take it for another encoding.
 */
export const csvOf = ({ headings, rows }: Table): Buffer =>
  Buffer.from(
    stringify([headings, ...rows.map((row) => row.map(asWritten))], {
      ...{ bom: true, escape_formulas: true, record_delimiter: "windows" },
      // Of ends of lines the package looks for those that it writes itself.
      quoted_match: /[\r\n]/,
      cast: { string: (text) => (hidden.test(text) ? `'${text}` : text) },
    }),
  );

const asWritten = (cell: Table["rows"][number][number]) => (cell instanceof Date ? cell.toISOString() : cell);
