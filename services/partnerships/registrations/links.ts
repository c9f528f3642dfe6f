import type { Model } from "mongoose";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import type { RetentionTerm } from "#shared/documents/terms.ts";
import type { Kernel } from "#shared/kernel.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { absent, below } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** What opens one registration to someone without an account: 256 bits, of which only the hash is kept. */
export type Link = {
  /** Hash of the first link. */
  _id: string;
  registration: string;
  at: Date;
  /** Of its registration, as of the draft. */
  term?: RetentionTerm;
  endsAt?: Date;
  /** Hash of the one that took its place. */
  current?: string;
  /** Hash of one that will take the place of all others once it is used. */
  next?: string;
  /** Hashes of those in letters, which open it beside the one that was shown. */
  letters?: string[];
};

export const linksOf = (mongo: Mongo): Model<Link> =>
  storedModel<Link>(
    mongo,
    "partnerships.links",
    {
      registration: { type: String, required: true },
      at: Date,
      term: { type: String, default: "while-registered" },
      endsAt: Date,
      current: { type: String, secret: true },
      next: { type: String, secret: true },
      letters: { type: [String], default: undefined, secret: true },
    },
    [{ registration: 1 }, { current: 1 }, { next: 1 }, { letters: 1 }, { endsAt: 1 }],
  );

export async function makeLink(mongo: Mongo, registration: string, now: Date): Promise<string> {
  const secret = newSecret();
  await linksOf(mongo).create({ _id: hashOf(secret), registration, at: now });
  return secret;
}

export async function makeNextLink(mongo: Mongo, registration: string): Promise<string> {
  const secret = newSecret();
  await linksOf(mongo).updateOne({ registration }, { $set: { next: hashOf(secret) } });
  return secret;
}

/** Whoever was told to keep the first one finds that it still opens, as does every letter before this one. */
export async function addLetterLink(mongo: Mongo, registration: string, secret: string): Promise<void> {
  await linksOf(mongo).updateOne({ registration }, { $addToSet: { letters: hashOf(secret) } });
}

/** Those of a registration that ends sooner. */
export async function keepLinks(mongo: Mongo, registration: string, until: Date): Promise<void> {
  await linksOf(mongo).updateMany({ registration, endsAt: below(until) }, { $set: { endsAt: until } });
}

/** The registration that a link opens, while it is there. The first use of a new one ends all others. */
export async function openedBy(kernel: Kernel, hash: string): Promise<string | undefined> {
  const links = linksOf(kernel.mongo);
  const wanted = [{ _id: hash, current: absent }, { current: hash }, { next: hash }, { letters: hash }];
  const link = await links.findOne({ $or: wanted }).lean();
  if (!link || (link.endsAt && link.endsAt < kernel.clock.now())) return undefined;
  if (!(await draftOf(kernel, "partnerships", link.registration))) return undefined;
  if (link.next === hash)
    await links.updateOne(
      { _id: link._id, next: hash },
      { $set: { current: hash }, $unset: { next: true, letters: true } },
    );
  return link.registration;
}
