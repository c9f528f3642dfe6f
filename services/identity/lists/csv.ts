import { stringify } from "csv-stringify/sync";

/**
 * Also behind what some programs take away first: spaces, ends of lines, and what is not to be seen. The wide signs are those of
 * Chinese and Japanese keyboards, which some read as the others.
 */
const hidden = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]+(?=[=+\-@＝＋－＠])/u;

/** What begins as a formula does is put behind an apostrophe (OWASP, CSV Injection). */
export const csvOf = (rows: object[], columns: string[]): string =>
  stringify(rows, {
    ...{ header: true, columns, escape_formulas: true, record_delimiter: "windows" },
    // Of ends of lines the package looks for those that it writes itself.
    quoted_match: /[\r\n]/,
    cast: { string: (text) => (hidden.test(text) ? `'${text}` : text) },
  });
