import type { Model } from "mongoose";
import { hashOf, keyedHash, keyedId } from "#shared/access/secrets.ts";
import type { Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import { putOnce } from "#shared/mongo/put-once.ts";

/** What opens one company's entry on one mission to whoever got a letter about it: 256 bits, of which only the hash is kept. */
export type SeatLink = {
  /** By which its holder names it; it opens nothing. */
  _id: string;
  hash: string;
  mission: string;
  company: string;
  /** To whom its letter went. */
  person: string;
  /** Of the event that its letter tells of, as `orderOf` has it. */
  order: number;
  at: Date;
  endsAt: Date;
};

export const seatLinksOf = (mongo: Mongo): Model<SeatLink> =>
  storedModel<SeatLink>(
    mongo,
    "missions.links",
    {
      hash: { type: String, required: true, secret: true },
      mission: { type: String, required: true },
      company: { type: String, required: true },
      person: { type: String, required: true },
      order: { type: Number, required: true },
      at: Date,
      endsAt: Date,
    },
    [{ hash: 1 }, { mission: 1, company: 1 }, { mission: 1, order: 1 }, { person: 1 }, { endsAt: 1 }],
  );

type Making = Omit<SeatLink, "_id" | "hash">;

/** Made of what its letter tells and to whom: whoever asks again for the same letter makes the same link. */
export function seatLink(installationSecret: string, making: Making): SeatLink & { secret: string } {
  const { mission, company, person, order } = making;
  const letter = [mission, company, person, order].join("\n");
  const secret = keyedHash(installationSecret, `seat-link\n${letter}`);
  const _id = keyedId(installationSecret, `seat-link-id\n${letter}`);
  return { ...making, _id, hash: hashOf(secret), secret };
}

/** Those that are there already stay as they are. */
export async function keepSeatLinks(mongo: Mongo, links: ReturnType<typeof seatLink>[]): Promise<void> {
  const fresh = links.map(({ secret: _, ...link }) => link);
  await putOnce(seatLinksOf(mongo), fresh);
}

/** To whom a letter about this event was written, or was about to be. */
export async function companiesWithLinkOf(
  mongo: Mongo,
  mission: string,
  order: number,
): Promise<Set<string>> {
  return new Set(await seatLinksOf(mongo).distinct("company", { mission, order }));
}

/** They open nothing any more. Says how many there were. */
export async function deleteSeatLinks(mongo: Mongo, mission: string, company: string): Promise<number> {
  return (await seatLinksOf(mongo).deleteMany({ mission, company })).deletedCount;
}
