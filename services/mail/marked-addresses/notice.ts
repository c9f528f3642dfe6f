import type { ServiceBroker } from "moleculer";
import { askSettings } from "#services/settings-now.ts";
import { siteOf } from "#shared/config/site.ts";
import type { Kernel } from "#shared/kernel.ts";
import { queueLetters } from "../outbox/queue.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * Tells the office that letters came back: at once, and of those that come after it on the same day (in UTC) as the next one
 * begins. So it gets one such letter a day at most, and none is told of later than that. Names nobody: they stand on the page.
 */
export async function tellOffice(broker: ServiceBroker, kernel: Kernel): Promise<void> {
  const { email, defaultLanguage } = await askSettings(broker, "mail");
  if (!email) return;
  const now = kernel.clock.now();
  const tomorrow = new Date(Math.floor(now.getTime() / dayMs + 1) * dayMs);
  for (const due of [now, tomorrow]) {
    const letter = {
      id: `marked-addresses/${due.toISOString().slice(0, 10)}`,
      to: email,
      language: defaultLanguage,
      template: "addresses-marked" as const,
      params: { link: `${siteOf(kernel.config)}/admin/letters` },
    };
    if (await queueLetters(kernel, [letter], due)) return;
  }
}
