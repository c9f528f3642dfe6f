import type { Model } from "mongoose";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** What opens one registration to someone without an account: 256 bits, of which only the hash is kept. */
export type Link = { _id: string; registration: string; at: Date };

export const linksOf = (mongo: Mongo): Model<Link> =>
  storedModel<Link>(mongo, "partnerships.links", {
    registration: { type: String, required: true },
    at: Date,
  });

export async function makeLink(mongo: Mongo, registration: string, now: Date): Promise<string> {
  const secret = newSecret();
  await linksOf(mongo).create({ _id: hashOf(secret), registration, at: now });
  return secret;
}
