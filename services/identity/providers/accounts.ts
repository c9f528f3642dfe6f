import type { Model } from "mongoose";
import { keyedHash } from "#shared/access/secrets.ts";
import { isDuplicateKey, type Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** By which account at a provider somebody signs in. Its id is a keyed hash of who that is there, which stands nowhere else. */
type Account = { _id: string; person: string; provider: string; at: Date };

export const accountsOf = (mongo: Mongo): Model<Account> =>
  storedModel<Account>(
    mongo,
    "identity.provider-accounts",
    { person: { type: String, required: true }, provider: { type: String, required: true }, at: Date },
    [{ person: 1 }],
  );

/** Issuer and subject together are one account for good; an e-mail address is not (OpenID Connect Core 1.0, section 5.7). */
export const accountId = (secret: string, issuer: string, subject: string): string =>
  keyedHash(secret, `account\n${issuer}\n${subject}`);

export const whoseAccount = async (mongo: Mongo, _id: string): Promise<string | undefined> =>
  (await accountsOf(mongo).findById(_id).lean())?.person;

/** Whose it is from now on: theirs, or of whom it was already. */
export async function takeAccount(mongo: Mongo, account: Account): Promise<string> {
  try {
    await accountsOf(mongo).create(account);
    return account.person;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await whoseAccount(mongo, account._id)) ?? takeAccount(mongo, account);
  }
}

/** By their providers. */
export const linkedTo = async (mongo: Mongo, person: string): Promise<string[]> => [
  ...new Set((await accountsOf(mongo).find({ person }).lean()).map(({ provider }) => provider)),
];
