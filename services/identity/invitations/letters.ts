import type { Model } from "mongoose";
import { hashOf } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { above } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** To whom an invitation went and what opens it; gone once it is over, or a week after the last letter. */
export type InvitationLetter = {
  /** The invitation. */
  _id: string;
  organisation: string;
  email: string;
  /** Keyed hash of it. */
  address: string;
  language: string;
  /** Who they are, or will be once they accept: with them it is erased. */
  person: string;
  /** Who invites. */
  by?: string;
  /** Hash of what stands in the last letter; none before the first is written. */
  link?: string;
  endsAt: Date;
};

export const invitationLettersOf = (mongo: Mongo): Model<InvitationLetter> =>
  storedModel<InvitationLetter>(
    mongo,
    "identity.invitation-letters",
    {
      organisation: { type: String, required: true },
      email: { type: String, required: true },
      address: { type: String, required: true, secret: true },
      language: { type: String, required: true },
      person: { type: String, required: true },
      by: String,
      link: { type: String, secret: true },
      endsAt: { type: Date, required: true },
    },
    [{ organisation: 1 }, { address: 1 }, { person: 1 }, { endsAt: 1 }],
  );

/** What this link opens now. */
export const openedBy = async (mongo: Mongo, invitation: string, secret: string, now: Date) =>
  (await invitationLettersOf(mongo)
    .findOne({ _id: invitation, link: hashOf(secret), endsAt: above(now) })
    .lean<InvitationLetter>()) ?? undefined;
