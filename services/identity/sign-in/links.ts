import type { Model } from "mongoose";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { above, among } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";

/**
 * What a link opens once: a session; the choice of a new password; or that and a way in without the second factor, which is
 * lost.
 */
export type Opens = "session" | "password" | "account";

/** Its id is the hash of what stands in the letter. `browser`: hash of the cookie of who asked; none: it opens in any. */
export type SignInLink = {
  _id: string;
  person: string;
  opens: Opens;
  browser?: string;
  at: Date;
  endsAt: Date;
};

export const lifetimesMs = { asked: 10 * 60_000, given: 24 * 60 * 60_000 };

export const signInLinksOf = (mongo: Mongo): Model<SignInLink> =>
  storedModel<SignInLink>(
    mongo,
    "identity.sign-in-links",
    {
      person: { type: String, required: true },
      opens: { type: String, required: true },
      browser: { type: String, secret: true },
      at: Date,
      endsAt: Date,
    },
    [{ person: 1, at: -1 }, { endsAt: 1 }],
  );

type Making = { person: string; opens: Opens; browser?: string; lifetimeMs: number };

export async function makeLink(mongo: Mongo, { lifetimeMs, ...link }: Making, now: Date) {
  const secret = newSecret();
  const id = hashOf(secret);
  const endsAt = new Date(now.getTime() + lifetimeMs);
  await signInLinksOf(mongo).create({ _id: id, ...link, at: now, endsAt });
  return { id, secret, endsAt };
}

type Used = { secret: string; browser: string | undefined; opens: Opens[] };

/** What it would open, now and in this browser. */
export async function findLink(mongo: Mongo, { secret, browser, opens }: Used, now: Date) {
  const wanted = { _id: hashOf(secret), opens: among(opens), endsAt: above(now) };
  const link = await signInLinksOf(mongo).findOne(wanted).lean<SignInLink>();
  return link && (link.browser === undefined || link.browser === browser) ? link : undefined;
}

/** False when another was faster. From then on it opens nothing, and neither do others that were sent to the same person. */
export async function consumeLink(mongo: Mongo, { _id, person }: SignInLink): Promise<boolean> {
  const links = signInLinksOf(mongo);
  const used = (await links.deleteOne({ _id })).deletedCount === 1;
  if (used) await links.deleteMany({ person });
  return used;
}
