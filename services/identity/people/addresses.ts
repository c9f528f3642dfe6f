import type { Model } from "mongoose";
import { keyedHash } from "#shared/access/secrets.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { isDuplicateKey, type Mongo } from "#shared/mongo/connect.ts";
import { storedModel } from "#shared/mongo/model.ts";

/** Whose an e-mail address is. Its id is a keyed hash of the address, which stands in the person's document alone. */
type Address = { _id: string; person: string };

export const addressesOf = (mongo: Mongo): Model<Address> =>
  storedModel<Address>(mongo, "identity.addresses", { person: { type: String, required: true } }, [
    { person: 1 },
  ]);

/** Mail servers may tell capitals apart; people do not. */
export const addressHash = (ctx: CallContext, email: string) =>
  keyedHash(kernelOf(ctx.broker).config.secret, `address\n${email.trim().toLowerCase()}`);

/** False when it is someone else's. Before the person is admitted, so that a crash in between gives it to nobody else. */
export async function takeAddress(ctx: CallContext, email: string, person: string): Promise<boolean> {
  const addresses = addressesOf(kernelOf(ctx.broker).mongo);
  const _id = addressHash(ctx, email);
  try {
    await addresses.create({ _id, person });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await addresses.findById(_id).lean())?.person === person;
  }
}

export async function whoseAddress(ctx: CallContext, email: string): Promise<string | undefined> {
  return (await addressesOf(kernelOf(ctx.broker).mongo).findById(addressHash(ctx, email)).lean())?.person;
}
