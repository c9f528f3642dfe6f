import type { Model } from "mongoose";
import type { Mongo } from "../mongo/connect.ts";
import { below } from "../mongo/filters.ts";

/** A collection whose rows are gone after their `endsAt`; those without one last. */
export type Ending = (mongo: Mongo) => Model<any>;

export async function sweepEnded(rows: Model<any>, now: Date): Promise<number> {
  const swept = await rows.deleteMany({ endsAt: below(now) });
  return swept.deletedCount;
}
