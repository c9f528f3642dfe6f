import type { Model } from "mongoose";
import { hashOf, keyedHash } from "#shared/access/secrets.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import type { RetentionTerm } from "#shared/documents/terms.ts";
import type { Kernel } from "#shared/kernel.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { below } from "#shared/mongo/filters.ts";
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

/** Those of a registration that ends sooner. */
export async function keepSections(mongo: Mongo, registration: string, until: Date): Promise<void> {
  await sectionLinksOf(mongo).updateMany({ registration, endsAt: below(until) }, { $set: { endsAt: until } });
}

/** The section that a link was made for, while its draft is there. */
export async function sectionOpenedBy(kernel: Kernel, hash: string) {
  const link = await sectionLinksOf(kernel.mongo).findOne({ hash }).lean();
  if (!link || !(await draftOf(kernel, "partnerships", link.registration))) return undefined;
  return { id: link.registration, section: link._id };
}
