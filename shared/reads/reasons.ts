import type { Model } from "mongoose";
import type { Mongo } from "../mongo/connect.ts";
import { storedModel } from "../mongo/model.ts";

/** Why somebody read something, in their own words: apart from the read, which can never be erased. */
export type Reason = { _id: string; person: string; text: string; endsAt: Date };

export const reasonsOf = (mongo: Mongo): Model<Reason> =>
  storedModel<Reason>(
    mongo,
    "reads.reasons",
    {
      person: { type: String, required: true },
      text: { type: String, required: true },
      endsAt: { type: Date, required: true },
    },
    [{ endsAt: 1 }, { person: 1 }],
  );
