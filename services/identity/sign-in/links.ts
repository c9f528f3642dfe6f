import type { Model } from "mongoose";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { above } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Its id is the hash of what stands in the letter; `browser` that of the cookie of who asked. */
export type SignInLink = { _id: string; person: string; browser: string; at: Date; endsAt: Date };

const lifetimeMs = 10 * 60_000;
const betweenMs = 60_000;

export const signInLinksOf = (mongo: Mongo): Model<SignInLink> =>
  storedModel<SignInLink>(
    mongo,
    "identity.sign-in-links",
    {
      person: { type: String, required: true },
      browser: { type: String, required: true },
      at: Date,
      endsAt: Date,
    },
    [{ person: 1, at: -1 }, { endsAt: 1 }],
  );

/** None when this person was sent one less than a minute ago. */
export async function makeLink(mongo: Mongo, person: string, browser: string, now: Date) {
  const links = signInLinksOf(mongo);
  if (await links.exists({ person, at: above(new Date(now.getTime() - betweenMs)) })) return undefined;
  const secret = newSecret();
  const id = hashOf(secret);
  const endsAt = new Date(now.getTime() + lifetimeMs);
  await links.create({ _id: id, person, browser, at: now, endsAt });
  return { id, secret, endsAt };
}

/** Whose it was; from then on it opens nothing, and neither do others that were sent to the same person. */
export async function consumeLink(
  mongo: Mongo,
  secret: string,
  browser: string,
  now: Date,
): Promise<string | undefined> {
  const links = signInLinksOf(mongo);
  const used = await links
    .findOneAndDelete({ _id: hashOf(secret), browser, endsAt: above(now) })
    .lean<SignInLink>();
  if (used) await links.deleteMany({ person: used.person });
  return used?.person;
}
