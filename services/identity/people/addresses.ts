import type { Model } from "mongoose";
import { keyedHash } from "#shared/access/secrets.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { isDuplicateKey, type Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";
import { plainAddress } from "#shared/plain-address.ts";
import { documentOf, rowOf } from "./own.ts";

/** Whose an e-mail address is. Its id is a keyed hash of the address, which stands in the person's document alone. */
type Address = { _id: string; person: string };

export const addressesOf = (mongo: Mongo): Model<Address> =>
  storedModel<Address>(mongo, "identity.addresses", { person: { type: String, required: true } }, [
    { person: 1 },
  ]);

export const addressHash = (ctx: CallContext, email: string) =>
  hashOfAddress(kernelOf(ctx.broker).config.secret, email);

export const hashOfAddress = (secret: string, email: string) =>
  keyedHash(secret, `address\n${plainAddress(email)}`);

/**
 * False when it is someone else's. Before the person is admitted, so that a crash in between gives it to nobody else; until
 * then it opens nothing: `whoseAddress` looks at what the person says. One that was taken for somebody who has another is free.
 */
export async function takeAddress(ctx: CallContext, email: string, person: string): Promise<boolean> {
  const addresses = addressesOf(kernelOf(ctx.broker).mongo);
  const _id = addressHash(ctx, email);
  try {
    await addresses.create({ _id, person });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const taken = (await addresses.findById(_id).lean())?.person;
    if (taken === person) return true;
    const other = await ownAddress(ctx, taken);
    if (!taken || !other || sameAddress(other, email)) return false;
    return (await addresses.updateOne({ _id, person: taken }, { person })).modifiedCount > 0;
  }
}

const sameAddress = (one: string, other: string) => plainAddress(one) === plainAddress(other);

/** Looks up as much for nobody as for somebody: how long it takes must not tell who is known here. */
async function ownAddress(ctx: CallContext, person = ""): Promise<string | undefined> {
  const { document = "" } = (await rowOf(ctx, person)) ?? {};
  return (await documentOf(ctx, { document }))?.email;
}

/** None of an address that was taken for somebody and never became theirs. */
export async function whoseAddress(ctx: CallContext, email: string): Promise<string | undefined> {
  const found = await addressesOf(kernelOf(ctx.broker).mongo).findById(addressHash(ctx, email)).lean();
  const own = await ownAddress(ctx, found?.person);
  return own && sameAddress(own, email) ? found?.person : undefined;
}
