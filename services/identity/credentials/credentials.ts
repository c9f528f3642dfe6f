import mongoose, { type Model } from "mongoose";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import type { PasswordHash } from "./passwords.ts";

/** By what one person is known again. Stands in no log and no view; goes with the person. */
export type Credentials = {
  _id: string;
  password?: PasswordHash;
  /** `seed` is encrypted; `step`: the last for which a code was taken. */
  secondFactor?: { seed: string; step: number };
  /** Encrypted: shown, and not confirmed yet. */
  nextSeed?: string;
  /** Hashes. Each is taken once. */
  recovery: string[];
  /** Hashes of the cookies of browsers in which they have signed in. */
  browsers: string[];
};

export const credentialsOf = (mongo: Mongo): Model<Credentials> =>
  storedModel<Credentials>(mongo, "identity.credentials", {
    _id: { type: String, idOf: "person" },
    password: { type: mongoose.Schema.Types.Mixed, secret: true },
    secondFactor: { type: mongoose.Schema.Types.Mixed, secret: true },
    nextSeed: { type: String, secret: true },
    recovery: { type: [String], default: undefined, secret: true },
    browsers: { type: [String], default: undefined, secret: true },
  });

export const knownOf = async (mongo: Mongo, person: string): Promise<Partial<Credentials>> =>
  (await credentialsOf(mongo).findById(person).lean<Credentials>()) ?? {};

export async function keep(mongo: Mongo, person: string, change: object): Promise<void> {
  await credentialsOf(mongo).updateOne({ _id: person }, change, { upsert: true });
}

const most = { browsers: 10 };

/** From now on this browser is no stranger to this account. */
export const knowBrowser = (mongo: Mongo, person: string, browser: string): Promise<void> =>
  keep(mongo, person, { $push: { browsers: { $each: [browser], $slice: -most.browsers } } });
