import mongoose, { type Model } from "mongoose";
import type { Mongo } from "../mongo/connect.ts";
import { storedModel } from "../mongo/model.ts";

/** Retention rules, by name. How long each lasts is the business of the sweep that comes with erasure. */
export type RetentionTerm = "while-registered" | "while-member" | "two-years-after-decision" | "with-the-log";

/** Content that may be personal. The log holds only its id, so deleting it here deletes it everywhere. */
export type Document<D = unknown> = {
  _id: string;
  kind: string;
  /** The person it is about; none when it is about an organisation. */
  subject?: string | undefined;
  term: RetentionTerm;
  at: Date;
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
      pending: Boolean,
      doc: { type: mongoose.Schema.Types.Mixed, required: true },
    },
    [{ subject: 1 }, { pending: 1, at: 1 }],
  );
