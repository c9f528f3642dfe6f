import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { locales } from "#shared/i18n/i18n.ts";
import { read } from "#shared/views/read.ts";
import { keptLogo } from "../logos/logos.ts";
import type { actions } from "./contract.ts";
import { complete, installation as feature, initial, installationId } from "./installation.ts";
import * as rules from "./rules.ts";
import { settingsRows } from "./views/settings.ts";

export async function installation(_input: object, ctx: CallContext) {
  const { name, shortName, logo, logoText, languages, defaultLanguage, ...rest } = await settingsNow(ctx);
  const { email, telephone, postalAddress, website } = rest;
  return {
    ...{ name, shortName, languages, defaultLanguage },
    ...(logo && { logo }),
    ...(logoText && { logoText }),
    ...(email && { email }),
    ...(telephone && { telephone }),
    ...(postalAddress && { postalAddress }),
    ...(website && { website }),
  };
}

export async function settings(_input: object, ctx: CallContext) {
  const { version } = await rowOf(ctx);
  return { settings: await settingsNow(ctx), installed: locales, version };
}

const rowOf = async (ctx: CallContext) =>
  (await (await read(ctx, settingsRows)).findById(installationId).lean()) ?? initial;

const settingsNow = async (ctx: CallContext) => complete((await rowOf(ctx)).settings, locales);

export async function changeSettings(
  { version, changes, cleared = [] }: Input<typeof actions.changeSettings>,
  ctx: CallContext,
) {
  const { logo: image, ...others } = changes;
  const logo = image === undefined ? undefined : await keptLogo(ctx, image);
  if (image !== undefined && !logo) return refuse("settings.logo-unknown");
  const command = { version, changes: { ...others, ...(logo && { logo }) }, cleared };
  return execute(ctx, feature, installationId, rules.change, command, { installed: locales }, (after) => ({
    version: after.version,
  }));
}
