import mongoose, { type Model } from "mongoose";
import type { Sealed } from "../log/chain.ts";
import type { Mongo } from "../mongo/connect.ts";
import { storedModel } from "../mongo/model.ts";

/** One read of personal data: who, for which organisation, what, and why. Ids only: it is never changed. */
export type Read = {
  person: string;
  organisation: string;
  action: string;
  /** What the address names, as it does: `people/sanne`; none of a list. */
  record?: string;
  /** Of a list that was taken along: by what it was filtered, and how many rows it had. */
  filters?: string[];
  rows?: number;
  trace?: string;
  /** Id of the caller's own words (`reasons.ts`). */
  reason?: string;
};

/** Reads written together, numbered and sealed as commits are. The oldest go when their term is over. */
export type Batch = Sealed & {
  at: Date;
  endsAt: Date;
  /** Of the batch before it, so that the oldest one left can be verified, and says whether those before it had ended. */
  before: { hash: string; endsAt?: Date };
  reads: Read[];
};

const dayMs = 24 * 60 * 60_000;
/** Two years. */
export const keptMs = 2 * 365 * dayMs;

export const batchesOf = (mongo: Mongo): Model<Batch> =>
  storedModel<Batch>(
    mongo,
    "reads",
    {
      _id: Number,
      at: Date,
      endsAt: Date,
      before: { type: mongoose.Schema.Types.Mixed },
      reads: { type: [mongoose.Schema.Types.Mixed] },
      hash: String,
    },
    [{ endsAt: 1 }, { "reads.person": 1, _id: 1 }, { "reads.record": 1, _id: 1 }],
  );

export const batchCollection = (mongo: Mongo): mongoose.mongo.Collection<Batch> =>
  batchesOf(mongo).collection as unknown as mongoose.mongo.Collection<Batch>;
