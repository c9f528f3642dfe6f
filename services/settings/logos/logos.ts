import { hash } from "node:crypto";
import type { CallContext } from "#shared/contract/call.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Seen } from "./image.ts";

type LogoDocument = Seen & { image: string };

const documentsIn = (ctx: CallContext) =>
  documentsOf<LogoDocument>(kernelOf(ctx.broker).mongo, ctx.service!.name);

/** Under the hash of its bytes: the same image is kept once, and an address of it never shows another. */
export async function keep(ctx: CallContext, image: string, seen: Seen): Promise<string> {
  const _id = hash("sha256", Buffer.from(image, "base64"));
  const fresh = { kind: "logo", term: "with-the-log", pending: true, doc: { ...seen, image } };
  const at = kernelOf(ctx.broker).clock.now();
  await documentsIn(ctx).updateOne({ _id }, { $setOnInsert: fresh, $set: { at } }, { upsert: true });
  return _id;
}

const stored = async (ctx: CallContext, _id: string) =>
  (await documentsIn(ctx).findOne({ _id, kind: "logo" }).lean())?.doc;

/** What an event says of it. */
export async function keptLogo(ctx: CallContext, image: string) {
  const logo = await stored(ctx, image);
  return logo && { image, type: logo.type, width: logo.width, height: logo.height };
}

export async function logoImage(ctx: CallContext, image: string) {
  const logo = await stored(ctx, image);
  return logo && { type: logo.type, image: logo.image };
}
