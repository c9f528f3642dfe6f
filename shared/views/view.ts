import type { mongo } from "mongoose";
import type { Static, TObject } from "typebox";
import type { Recorded } from "../log/commit.ts";

/** Rows by id, as the view sees them: with everything it has written so far. */
export type Rows<R> = {
  /** Not to be changed itself, nor what it holds: `put` another. */
  get(id: string): Promise<R | undefined>;
  put(id: string, row: R): void;
  remove(id: string): void;
};

export type On<E extends { type: string }, X> = {
  [K in E["type"]]?: (event: Recorded<Extract<E, { type: K }>>, x: X) => void | Promise<void>;
};

export type View<R = any> = {
  /** `<service>.<rows>`: the collection's name. */
  name: string;
  /** Another version is rebuilt from the log before the service is announced. */
  version: number;
  row: TObject;
  indexes: mongo.IndexSpecification[];
  on: Record<string, ((event: any, rows: Rows<R>) => void | Promise<void>) | undefined>;
};

/** A fold over rows: `(event, rows) => rows.put(id, row)`. Nothing but the event and the rows comes in. */
export const view =
  <E extends { type: string }>() =>
  <S extends TObject>(spec: {
    name: string;
    version: number;
    row: S;
    indexes?: mongo.IndexSpecification[];
    on: On<E, Rows<Static<S>>>;
  }): View<Static<S>> => ({ indexes: [], ...spec, on: spec.on as View["on"] });
