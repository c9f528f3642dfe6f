import type { Model } from "mongoose";
import { hashOf, keyedHash } from "#shared/access/secrets.ts";
import type { RetentionTerm } from "#shared/documents/terms.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** What opens one section of a registration to a colleague: 256 bits, of which only the hash is kept, and whom it is for. */
export type SectionLink = {
  /** By which the log and its registration name it; it opens nothing. */
  _id: string;
  hash: string;
  registration: string;
  email: string;
  language: string;
  message?: string;
  /** Who asks, by the address that was confirmed when they did. */
  askerEmail: string;
  askerName?: string;
  /** As its draft. */
  term?: RetentionTerm;
  endsAt?: Date;
};

export const sectionLinksOf = (mongo: Mongo): Model<SectionLink> =>
  storedModel<SectionLink>(
    mongo,
    "partnerships.section-links",
    {
      hash: { type: String, required: true, secret: true },
      registration: { type: String, required: true },
      email: { type: String, required: true },
      language: { type: String, required: true },
      message: String,
      askerEmail: { type: String, required: true },
      askerName: String,
      term: { type: String, default: "while-registered" },
      endsAt: Date,
    },
    [{ hash: 1 }, { registration: 1 }, { endsAt: 1 }],
  );

/** Made of the link's id: each letter with it opens the same. */
export const secretOf = (installationSecret: string, link: string): string =>
  keyedHash(installationSecret, `section-link\n${link}`);

export const hashOfLink = (installationSecret: string, link: string): string =>
  hashOf(secretOf(installationSecret, link));
