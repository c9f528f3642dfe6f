import type { ServiceBroker } from "moleculer";
import type { Kernel } from "#shared/kernel.ts";
import { keptMs, type Letter } from "../outbox/outbox.ts";
import { markedAddressesOf, nameOfAddress } from "./marked.ts";
import { tellOffice } from "./notice.ts";

/** For as long as a letter is kept; after that the address is tried anew. */
export async function markAddress(
  broker: ServiceBroker,
  kernel: Kernel,
  { to, subject }: Pick<Letter, "to" | "subject">,
  said: string,
): Promise<void> {
  const at = kernel.clock.now();
  const endsAt = new Date(at.getTime() + keptMs);
  const marked = { to, at, said, endsAt, ...(subject && { subject }) };
  const _id = nameOfAddress(kernel, to);
  await markedAddressesOf(kernel.mongo).replaceOne({ _id }, marked, { upsert: true });
  await tellOffice(broker, kernel);
}
