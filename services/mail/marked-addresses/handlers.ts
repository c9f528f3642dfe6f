import { personNames } from "#services/names.ts";
import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { actions } from "./contract.ts";
import { markedAddressesOf } from "./marked.ts";
import { office } from "./notice.ts";

export async function markedAddresses(_input: object, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  const found = await markedAddressesOf(mongo).find({}).sort({ at: -1 }).limit(200).lean();
  const names = await personNames(
    ctx,
    found.map(({ subject }) => subject),
  );
  return {
    rows: found.map(({ _id: address, to, subject, at, said }) => {
      const name = names[subject];
      const shown = { address, to, of: kindOf(subject, name), subject, at: at.toISOString(), said };
      return { ...shown, ...(name && { name }) };
    }),
  };
}

function kindOf(subject: string, name: string | undefined): "person" | "registration" | "office" {
  if (name) return "person";
  return subject === office ? "office" : "registration";
}

export async function unmarkAddress({ address }: Input<typeof actions.unmarkAddress>, ctx: CallContext) {
  await markedAddressesOf(kernelOf(ctx.broker).mongo).deleteOne({ _id: address });
  return {};
}

export async function ownAddress(_input: object, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  const subject = personIn(ctx).person;
  const found = await markedAddressesOf(mongo).findOne({ subject }).sort({ at: -1 }).lean();
  return found ? { marked: { to: found.to, at: found.at.toISOString() } } : {};
}
