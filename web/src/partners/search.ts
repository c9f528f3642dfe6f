export const kinds = ["country", "ecosystem", "language"] as const;
export type Kind = (typeof kinds)[number];
/** What partners are filtered by, as the address has it: several codes with spaces between, which it writes as "+". */
export type Search = { [K in Kind | "find"]?: string };
/** As somebody may have written it. */
export type Written = { [K in keyof Search]?: unknown };

/** The router reads "2024" as a number. */
export const readSearch = (written: Written): Search =>
  Object.fromEntries(
    ([...kinds, "find"] as const).flatMap((name) => {
      const value = written[name] ?? "";
      const text = typeof value === "object" ? "" : String(value).trim();
      return text ? [[name, text]] : [];
    }),
  );
