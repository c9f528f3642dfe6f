import type { Model } from "mongoose";
import { type Attempts, attemptFields, attemptIndexes } from "#shared/access/attempts.ts";
import { keyedHash } from "#shared/access/secrets.ts";
import type { RetentionTerm } from "#shared/documents/terms.ts";
import type { Kernel } from "#shared/kernel.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { above, below } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Which address of a registration has been confirmed, and the code that is under way to one: keyed hashes only. */
export type Address = {
  /** Of its registration. */
  _id: string;
  confirmed?: string;
  /** Of code and address together: it confirms no other. */
  code?: string;
  /** Of the address that it went to. */
  codeFor?: string;
  /** Tries that the code has left. */
  left?: number;
  codeUntil?: Date;
  /** As its draft. */
  term?: RetentionTerm;
  endsAt?: Date;
};

export const addressesOf = (mongo: Mongo): Model<Address> =>
  storedModel<Address>(
    mongo,
    "partnerships.addresses",
    {
      _id: { type: String, idOf: "registration" },
      confirmed: { type: String, secret: true },
      code: { type: String, secret: true },
      codeFor: { type: String, secret: true },
      left: Number,
      codeUntil: Date,
      term: { type: String, default: "while-registered" },
      endsAt: Date,
    },
    [{ endsAt: 1 }],
  );

/** That of a registration that ends sooner. */
export async function keepAddress(mongo: Mongo, registration: string, until: Date): Promise<void> {
  const sooner = { _id: registration, endsAt: below(until) };
  await addressesOf(mongo).updateOne(sooner, { $set: { endsAt: until } });
}

/** Of an address, or of a code for it. Capitals make no other address. */
export const hashFor = ({ config }: Pick<Kernel, "config">, id: string, address: string, code = ""): string =>
  keyedHash(config.secret, `registration-address\n${id}\n${address.toLowerCase()}\n${code}`);

/** Of codes and tries: by registration, and by the address whatever registration it stands in. */
export const attemptsOf = (mongo: Mongo): Model<Attempts> =>
  storedModel<Attempts>(mongo, "partnerships.attempts", attemptFields, attemptIndexes);

/** Whether somebody who reads the letters to this address has said so for this registration. */
export async function isConfirmed(kernel: Kernel, id: string, address: string | undefined): Promise<boolean> {
  if (!address) return false;
  const found = await addressesOf(kernel.mongo).exists({ _id: id, confirmed: hashFor(kernel, id, address) });
  return found !== null;
}

/** Until when a code can still be copied out of a letter to this address. */
export async function codeUntil(kernel: Kernel, id: string, address: string): Promise<Date | undefined> {
  const codeFor = hashFor(kernel, id, address);
  const good = { _id: id, codeFor, left: above(0), codeUntil: above(kernel.clock.now()) };
  return (await addressesOf(kernel.mongo).findOne(good).lean())?.codeUntil;
}
