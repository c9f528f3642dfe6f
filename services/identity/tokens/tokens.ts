import type { Model } from "mongoose";
import type { Role } from "#shared/access/principal.ts";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import { newId } from "#shared/ids.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { above } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";
import type { TokenScope } from "./contract.ts";

/** What a program may in somebody's name. Only its hash is kept, and it is gone when ended. */
export type Token = {
  _id: string;
  /** By which its owner knows and ends it; it opens nothing. */
  token: string;
  name: string;
  person: string;
  organisation: string;
  /** Those they had when they made it: of what they get later it knows nothing. */
  roles: Role[];
  scope: TokenScope[];
  madeAt: Date;
  endsAt: Date;
  usedAt?: Date;
};

export const tokensOf = (mongo: Mongo): Model<Token> =>
  storedModel<Token>(
    mongo,
    "identity.tokens",
    {
      token: { type: String, required: true },
      name: { type: String, required: true },
      person: { type: String, required: true },
      organisation: { type: String, required: true },
      roles: { type: [String], required: true },
      scope: { type: [String], required: true },
      madeAt: { type: Date, required: true },
      endsAt: { type: Date, required: true },
      usedAt: Date,
    },
    [{ endsAt: 1 }, { person: 1 }, { token: 1 }],
  );

type New = Pick<Token, "name" | "person" | "organisation" | "roles" | "scope" | "endsAt">;

/** `bearer`: the token itself, which cannot be read back. */
export async function storeToken(
  mongo: Mongo,
  made: New,
  now: Date,
): Promise<{ token: string; bearer: string }> {
  const token = newId();
  const bearer = `ccp_${token}_${newSecret()}`;
  await tokensOf(mongo).create({ _id: hashOf(bearer), token, ...made, madeAt: now });
  return { token, bearer };
}

/** One of a person, by what its owner knows it by; none that has ended. */
export const tokenOf = (mongo: Mongo, person: string, token: string, now: Date) =>
  tokensOf(mongo)
    .findOne({ person, token, endsAt: above(now) })
    .lean<Token>();

const minute = 60_000;

/** To the minute, or every request would be a write. */
export async function noteUse(mongo: Mongo, { _id, usedAt }: Token, now: Date): Promise<void> {
  if (usedAt && now.getTime() - usedAt.getTime() < minute) return;
  await tokensOf(mongo).updateOne({ _id }, { $set: { usedAt: now } });
}
