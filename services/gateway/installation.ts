import type { ServiceBroker } from "moleculer";
import { settings } from "#services/settings/settings.contract.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { News } from "./news.ts";

export type Installation = Output<typeof settings.actions.installation>;

/** Whose portal this is, as far as it is known here: no page waits for it, and it is asked for again as it changes. */
export function followInstallation(broker: ServiceBroker, news: News): () => Installation | undefined {
  let installation: Installation | undefined;
  let wanted = 0;
  let asking = false;
  async function ask(after: number) {
    wanted = Math.max(wanted, after);
    if (asking) return;
    asking = true;
    for (let asked = -1; asked < wanted; ) {
      asked = wanted;
      const meta = asSystem("gateway", { after: asked });
      const answer = await callAs(broker, settings.actions.installation, {}, meta).catch(() => undefined);
      if (answer && !isRefusal(answer.reply)) installation = answer.reply;
    }
    asking = false;
  }
  news.each(({ _id, entries }) => {
    if (entries.some(({ stream }) => stream.startsWith("installation/"))) void ask(_id);
  });
  return () => {
    if (!installation) void ask(news.position());
    return installation;
  };
}
