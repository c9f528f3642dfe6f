import type { Model } from "mongoose";
import { keyedHash } from "#shared/access/secrets.ts";
import type { RetentionTerm } from "#shared/documents/terms.ts";
import type { Kernel } from "#shared/kernel.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Which address of a registration has been confirmed, and the code that is under way to one: keyed hashes only. */
export type Address = {
  /** Of its registration. */
  _id: string;
  confirmed?: string;
  /** Of code and address together: it confirms no other. */
  code?: string;
  /** Tries that the code has left. */
  left?: number;
  codeUntil?: Date;
  /** When codes were asked for in the last hour. */
  asked: Date[];
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
      left: Number,
      codeUntil: Date,
      asked: { type: [Date], required: true },
      term: { type: String, default: "while-registered" },
      endsAt: Date,
    },
    [{ endsAt: 1 }],
  );

/** Of an address, or of a code for it. Capitals make no other address. */
export const hashFor = ({ config }: Pick<Kernel, "config">, id: string, address: string, code = ""): string =>
  keyedHash(config.secret, `registration-address\n${id}\n${address.toLowerCase()}\n${code}`);

/** Whether somebody who reads the letters to this address has said so for this registration. */
export async function isConfirmed(kernel: Kernel, id: string, address: string | undefined): Promise<boolean> {
  if (!address) return false;
  const found = await addressesOf(kernel.mongo).exists({ _id: id, confirmed: hashFor(kernel, id, address) });
  return found !== null;
}
