import type { Model } from "mongoose";
import { keyedId } from "#shared/access/secrets.ts";
import type { Subject } from "#shared/documents/subject.ts";
import type { Kernel } from "#shared/kernel.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { among } from "#shared/mongo/filters.ts";
import { storedModel } from "#shared/mongo/model.ts";
import { plainAddress } from "#shared/plain-address.ts";

/** An address from which a letter came back for good. */
export type MarkedAddress = {
  /** Keyed hash of the address. */
  _id: string;
  to: string;
  /** Whom the letter was about and for; none when it was for the office. */
  subject?: Subject;
  at: Date;
  /** What a mail server said of it. */
  said: string;
  endsAt: Date;
};

export const markedAddressesOf = (mongo: Mongo): Model<MarkedAddress> =>
  storedModel<MarkedAddress>(
    mongo,
    "mail.marked-addresses",
    {
      to: { type: String, required: true },
      subject: String,
      at: { type: Date, required: true },
      said: { type: String, required: true },
      endsAt: { type: Date, required: true },
    },
    [{ subject: 1 }, { at: -1 }, { endsAt: 1 }],
  );

export const nameOfAddress = ({ config }: Kernel, to: string): string =>
  keyedId(config.secret, `marked address\n${plainAddress(to)}`);

/** Of each of these addresses, whether it is one. */
export async function markedAmong(kernel: Kernel, addresses: string[]): Promise<boolean[]> {
  const names = addresses.map((to) => nameOfAddress(kernel, to));
  const found = await markedAddressesOf(kernel.mongo).distinct("_id", { _id: among(names) });
  const marked = new Set<string>(found);
  return names.map((name) => marked.has(name));
}
