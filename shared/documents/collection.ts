import mongoose, { type Model } from "mongoose";
import type { Mongo } from "../mongo/connect.ts";
import { storedModel } from "../mongo/model.ts";
import type { Subject } from "./subject.ts";
import type { RetentionTerm } from "./terms.ts";

/** Content that may be personal. The log holds only its id, so deleting it here deletes it everywhere. */
export type Document<D = unknown> = {
  _id: string;
  kind: string;
  /** The person it is about, or the registration of those who have no account; none when it is about neither. */
  subject?: Subject | undefined;
  term: RetentionTerm;
  at: Date;
  /** Set by the event that ends its term. */
  endsAt?: Date;
  /** Until the first event that names the id. */
  pending?: boolean;
  doc: D;
};

export const documentsOf = <D = unknown>(mongo: Mongo, service: string): Model<Document<D>> =>
  storedModel<Document<D>>(
    mongo,
    `${service}.documents`,
    {
      kind: { type: String, required: true },
      subject: String,
      term: { type: String, required: true },
      at: { type: Date, required: true },
      endsAt: Date,
      pending: Boolean,
      doc: { type: mongoose.Schema.Types.Mixed, required: true },
    },
    [{ subject: 1 }, { pending: 1, at: 1 }, { endsAt: 1 }],
  );
