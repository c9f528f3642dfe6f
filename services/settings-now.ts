import type { ServiceBroker } from "moleculer";
import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { settings } from "./settings/settings.contract.ts";

export type Settings = Output<typeof settings.actions.settings>["settings"];

/** What the installation is set to, as far as the caller has seen: what was changed just now counts. */
export const settingsNow = (ctx: CallContext): Promise<Settings> =>
  askSettings(ctx.broker, ctx.service!.name, ctx.meta.after, ctx);

/** The same outside a call, in the name of a service. */
export async function askSettings(
  broker: ServiceBroker,
  service: string,
  after?: number,
  parent?: CallContext,
): Promise<Settings> {
  const own = asSystem(service, after === undefined ? {} : { after });
  const { reply } = await callAs(broker, settings.actions.settings, {}, own, parent);
  if (isRefusal(reply)) throw new Error(`The settings cannot be read: ${reply.refused}`);
  return reply.settings;
}
