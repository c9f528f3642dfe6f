import type { TSchema } from "typebox";
import type { Action, Output } from "#shared/contract/contract.ts";

type AnyAction = Action<any, any, any, any>;

/** As it is written in a file; nothing where a row does not say it. */
export type Cell = string | number | boolean | Date | undefined;

/** Whoever gets the file, and the names of the people that its rows name. */
export type Reader = { language: string; names: Record<string, string> };

/** Which rows its page leaves out by itself, with this in its address. */
type Narrowing = { schema: TSchema; keeps(row: any, value: any): boolean };

/** A list that its action shows page by page, and how a row of it stands in a file. */
export type List = {
  action: AnyAction;
  /** The field in which the action takes where a page begins. */
  cursor: "after" | "before";
  /** By the key of their heading. */
  columns: Record<string, (row: any, reader: Reader) => Cell>;
  narrowing: Record<string, Narrowing>;
  /** Somebody whose name stands in the file. */
  person?: (row: any) => string | undefined;
};

type RowOf<A extends AnyAction> = Output<A> extends { rows: (infer Row)[] } ? Row : never;

type Given<Row> = {
  cursor?: "after" | "before";
  columns: { [heading: string]: (row: Row, reader: Reader) => Cell };
  narrowing?: { [filter: string]: { schema: TSchema; keeps(row: Row, value: any): boolean } };
  person?: (row: Row) => string | undefined;
};

export const listOf = <A extends AnyAction>(action: A, given: Given<RowOf<A>>): List => ({
  ...{ cursor: "after", narrowing: {}, ...given },
  action,
});
