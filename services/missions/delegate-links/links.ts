import type { Model } from "mongoose";
import { hashOf, keyedHash } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import { putOnce } from "#shared/mongo/put-once.ts";

/** What opens their own data to one delegate: 256 bits, of which only the hash is kept. */
export type DelegateLink = { _id: string; hash: string; mission: string; company: string };

export const delegateLinksOf = (mongo: Mongo): Model<DelegateLink> =>
  storedModel<DelegateLink>(
    mongo,
    "missions.delegate-links",
    {
      _id: { type: String, idOf: "delegate" },
      hash: { type: String, required: true, secret: true },
      mission: { type: String, required: true },
      company: { type: String, required: true },
    },
    [{ hash: 1 }],
  );

type Making = { mission: string; company: string; delegate: string };

/** Made of whom it is for: whoever asks again for the same letter makes the same link. */
export function delegateLink(installationSecret: string, { delegate, ...own }: Making) {
  const secret = keyedHash(installationSecret, `delegate-link\n${delegate}`);
  return { ...own, _id: delegate, hash: hashOf(secret), secret };
}

export async function keepDelegateLink(
  mongo: Mongo,
  { secret: _, ...link }: ReturnType<typeof delegateLink>,
): Promise<void> {
  await putOnce(delegateLinksOf(mongo), [link]);
}
