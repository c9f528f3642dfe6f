import type { Model } from "mongoose";
import { hashOf, newSecret } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { above } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Somebody is at a provider. Its id is the hash of the state by which they are known when they come back. */
export type AuthenticationRequest = {
  _id: string;
  provider: string;
  /** Hash of the cookie of the browser that went. */
  browser: string;
  nonce: string;
  verifier: string;
  language: string;
  /** Who went to link an account; none: to sign in. */
  person?: string;
  /** They went for their second factor. */
  proving?: boolean;
  back?: string;
  endsAt: Date;
};

const lifetimeMs = 10 * 60_000;

export const requestsOf = (mongo: Mongo): Model<AuthenticationRequest> =>
  storedModel<AuthenticationRequest>(
    mongo,
    "identity.authentication-requests",
    {
      provider: { type: String, required: true },
      browser: { type: String, required: true, secret: true },
      nonce: { type: String, required: true, secret: true },
      verifier: { type: String, required: true, secret: true },
      language: { type: String, required: true },
      person: String,
      proving: Boolean,
      back: String,
      endsAt: { type: Date, required: true },
    },
    [{ person: 1 }, { endsAt: 1 }],
  );

type Going = Omit<AuthenticationRequest, "_id" | "nonce" | "verifier" | "endsAt">;

/** 256 bits each, and none says anything of another. */
export async function makeRequest(mongo: Mongo, going: Going, now: Date) {
  const [state, nonce, verifier] = [newSecret(), newSecret(), newSecret()];
  const endsAt = new Date(now.getTime() + lifetimeMs);
  await requestsOf(mongo).create({ _id: hashOf(state), ...going, nonce, verifier, endsAt });
  return { state, nonce, verifier };
}

/** Once: of two that bring the same state the second finds nothing. Another browser finds nothing and spoils nothing. */
export async function takeRequest(mongo: Mongo, state: string, browser: string, now: Date) {
  const requests = requestsOf(mongo);
  const wanted = { _id: hashOf(state), browser, endsAt: above(now) };
  const request = await requests.findOne(wanted).lean<AuthenticationRequest>();
  if (!request) return undefined;
  return (await requests.deleteOne({ _id: request._id })).deletedCount === 1 ? request : undefined;
}
