import { stringify } from "csv-stringify/sync";

/** What begins as a formula does is put behind an apostrophe (OWASP, CSV Injection). */
export const csvOf = (rows: object[], columns: string[]): string =>
  stringify(rows, { header: true, columns, escape_formulas: true, record_delimiter: "windows" });
