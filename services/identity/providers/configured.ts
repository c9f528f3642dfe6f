import type { OpenIdProvider } from "#shared/config/openid-providers.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { ProviderFault } from "./openid.ts";

export const providerOf = (ctx: CallContext, id: string) =>
  kernelOf(ctx.broker).config.openIdProviders.find((provider) => provider.id === id);

/** Where every provider sends browsers back to, as it is registered there. */
export const redirectUriOf = (ctx: CallContext): string =>
  `${siteOf(kernelOf(ctx.broker).config)}/sign-in/provider`;

/** The log of this process is told which provider and which code of the protocol; never what was sent. */
export function kindOf(ctx: CallContext, error: unknown): ProviderFault["kind"] {
  if (!(error instanceof ProviderFault)) throw error;
  const { logger } = ctx.broker;
  // That somebody changes their mind is nothing to look into.
  if (error.kind === "stopped") logger.info(error.message);
  else logger.warn(error.message);
  return error.kind;
}

/** Whoever mends the mapping has to know why it let somebody stand outside; never whom. */
export function sayNotLetIn(
  ctx: CallContext,
  { id }: OpenIdProvider,
  why: string,
  organisation?: string,
): void {
  ctx.broker.logger.warn(`${id} lets nobody in: ${why}${organisation ? `, for ${organisation}` : ""}`);
}
