import type { ServiceBroker } from "moleculer";
import type { Kernel } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { markAddress } from "../marked-addresses/marking.ts";
import { outboxOf } from "../outbox/outbox.ts";
import type { Report } from "./report.ts";

export const isOfLetter = async ({ mongo }: Kernel, token: string): Promise<boolean> =>
  (await outboxOf(mongo).exists({ returnToken: token })) !== null;

/** Doing it twice does no harm. A report may come before our own server's yes has been written down. */
export async function takeReport(
  broker: ServiceBroker,
  kernel: Kernel,
  token: string,
  { final, permanent, said }: Report,
): Promise<void> {
  const error = said.slice(0, 500);
  const known = { error, changedAt: kernel.clock.now() };
  const letter = await outboxOf(kernel.mongo)
    .findOneAndUpdate(
      { returnToken: token, state: among(["waiting", "sent", "bounced"]) },
      { $set: final ? { ...known, state: "bounced", params: {} } : known },
      { returnDocument: "after" },
    )
    .lean();
  if (letter && final && permanent) await markAddress(broker, kernel, letter, error);
}
