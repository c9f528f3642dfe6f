import mongoose, { type Model } from "mongoose";
import type { Subject } from "#shared/documents/subject.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import type { TemplateName } from "./contract.ts";

/** For how long a letter is kept, in ms. */
export const keptMs = 90 * 24 * 60 * 60_000;

/** One letter to one person. Its id is made of what it is about and whom it is for, so that it is queued once. */
export type Letter = {
  _id: string;
  /** Whom it is about and for; none when it is for the office. */
  subject?: Subject;
  /** Who else is named in it. */
  names?: Subject;
  to: string;
  language: string;
  template: TemplateName;
  /** What the template fills in. Gone once it is sent: a secret in it opens doors. */
  params: Record<string, string>;
  state: "waiting" | "sent" | "failed" | "bounced";
  tries: number;
  /** By which a sender knows those that it took last. */
  takenBy?: string;
  /** The next try is not before. While one is under way, when it is taken to have died. */
  dueAt: Date;
  /** After this nobody can use it, so it is not sent any more. */
  notAfter?: Date;
  at: Date;
  sentAt?: Date;
  /** When its state, or what is said of it, last changed. */
  changedAt: Date;
  /** By which a report is known to be about this letter. Letters of before there were any have none. */
  returnToken?: string;
  /** What the mail server said last. */
  error?: string;
  endsAt: Date;
};

export const outboxOf = (mongo: Mongo): Model<Letter> =>
  storedModel<Letter>(
    mongo,
    "mail.outbox",
    {
      subject: String,
      names: String,
      to: { type: String, required: true },
      language: { type: String, required: true },
      template: { type: String, required: true },
      // A link in it opens doors.
      params: { type: mongoose.Schema.Types.Mixed, required: true, secret: true },
      state: { type: String, required: true },
      tries: { type: Number, required: true },
      takenBy: { type: String, secret: true },
      dueAt: { type: Date, required: true },
      notAfter: Date,
      at: { type: Date, required: true },
      sentAt: Date,
      changedAt: Date,
      returnToken: { type: String, secret: true },
      error: String,
      endsAt: Date,
    },
    [
      ...[
        { subject: 1 },
        { names: 1 },
        { state: 1, dueAt: 1 },
        { state: 1, notAfter: 1 },
        { state: 1, at: -1 },
        { endsAt: 1 },
      ],
      ...[{ returnToken: 1 }, { changedAt: -1 }],
    ],
  );
