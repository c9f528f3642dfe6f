import { personNames } from "#services/names.ts";
import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { partsOfSubject, type Subject } from "#shared/documents/subject.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { actions } from "./contract.ts";
import { markedAddressesOf } from "./marked.ts";

export async function markedAddresses(_input: object, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  const found = await markedAddressesOf(mongo).find({}).sort({ at: -1 }).limit(200).lean();
  const names = await personNames(
    ctx,
    found.flatMap(({ subject }) => whose(subject).id ?? []),
  );
  return {
    rows: found.map(({ _id: address, to, subject, at, said }) => {
      const { of, id } = whose(subject);
      const name = of === "person" && id ? names[id] : undefined;
      const shown = { address, to, of, at: at.toISOString(), said };
      return { ...shown, ...(id && { id }), ...(name && { name }) };
    }),
  };
}

type Whose = { of: "person" | "registration" | "delegate" | "office"; id?: string };

function whose(subject: Subject | undefined): Whose {
  if (!subject) return { of: "office" };
  const { kind, id } = partsOfSubject(subject);
  return { of: kind === "person" || kind === "delegate" ? kind : "registration", id };
}

export async function unmarkAddress({ address }: Input<typeof actions.unmarkAddress>, ctx: CallContext) {
  await markedAddressesOf(kernelOf(ctx.broker).mongo).deleteOne({ _id: address });
  return {};
}

export async function ownAddress(_input: object, ctx: CallContext) {
  const { mongo } = kernelOf(ctx.broker);
  const subject = `person/${personIn(ctx).person}` as const;
  const found = await markedAddressesOf(mongo).findOne({ subject }).sort({ at: -1 }).lean();
  return found ? { marked: { to: found.to, at: found.at.toISOString() } } : {};
}
