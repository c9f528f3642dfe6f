import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { actions } from "./contract.ts";
import { look } from "./image.ts";
import { keep, logoImage } from "./logos.ts";

export async function keepLogo({ image }: Input<typeof actions.keepLogo>, ctx: CallContext) {
  const seen = look(Buffer.from(image, "base64"));
  return isRefusal(seen) ? seen : { logo: await keep(ctx, image, seen) };
}

export async function logo({ image }: Input<typeof actions.logo>, ctx: CallContext) {
  const found = await logoImage(ctx, image);
  return found ? { logo: found } : {};
}
