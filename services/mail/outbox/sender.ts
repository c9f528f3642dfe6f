import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import { askSettings, type Settings } from "#services/settings-now.ts";
import type { Kernel } from "#shared/kernel.ts";
import { above, upTo } from "#shared/mongo/filters.ts";
import { isMarked } from "../marked-addresses/marked.ts";
import { markAddress } from "../marked-addresses/marking.ts";
import { isBinding } from "./binding.ts";
import { type Letter, outboxOf } from "./outbox.ts";
import { contentOf } from "./templates.ts";
import { type NotTaken, openTransport } from "./transport.ts";

const pollMs = 500;
/** While the outbox cannot be read. */
const mostPauseMs = 10_000;
/** A sender that has not come back by then has died. */
const leaseMs = 2 * 60_000;
/** Twice as long after each try. */
const again = { first: 30_000, most: 60 * 60_000, givenUpMs: 24 * 60 * 60_000 };

const waitBefore = (tries: number) => Math.min(again.first * 2 ** (tries - 1), again.most);

/**
 * Sends what waits, each letter by one sender at a time. A crash between the mail server's yes and ours sends it again
 * under the same Message-ID.
 */
export function startSender(broker: ServiceBroker, kernel: Kernel) {
  const outbox = outboxOf(kernel.mongo);
  const transport = openTransport(kernel.config);
  const { demo } = kernel.config;
  const stopping = new AbortController();
  if (!transport && !demo)
    broker.logger.warn(
      "CAUSEWAY_SMTP_URL is not set, so letters wait in the outbox. Give smtp://user:password@host:587.",
    );
  const done = transport || demo ? loop() : Promise.resolve();

  async function loop() {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const sent = await next();
        if (failures) broker.logger.info("Mail no longer waits.");
        failures = 0;
        if (sent) continue;
      } catch (error) {
        if (!failures) broker.logger.warn(`Mail waits: ${(error as Error).message}`);
        failures++;
      }
      const pause = Math.min(pollMs * 2 ** failures, mostPauseMs);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  /** False when nothing is due. */
  async function next(): Promise<boolean> {
    const now = kernel.clock.now();
    // Someone waits for a link to sign in with, however many letters there are before it.
    const letter = (await take({ notAfter: above(now) }, now)) ?? (await take({}, now));
    if (!letter) return false;
    // It may have come back already.
    const same = { _id: letter._id, tries: letter.tries, state: "waiting" } as const;
    await outbox.updateOne(same, await outcomeOf(letter, now));
    return true;
  }

  function take(which: object, now: Date) {
    return outbox
      .findOneAndUpdate(
        { state: "waiting", dueAt: upTo(now), ...which },
        { $set: { dueAt: after(now, leaseMs) }, $inc: { tries: 1 } },
        { sort: { dueAt: 1 }, returnDocument: "after" },
      )
      .lean<Letter>();
  }

  async function outcomeOf(letter: Letter, now: Date) {
    const failed = (error: string) => ({
      $set: { state: "failed", error: error.slice(0, 500), params: {}, changedAt: now },
    });
    if (letter.notAfter && letter.notAfter < now) return failed("late");
    // To an address from which letters came back: once, and only what something depends on.
    const marked = await isMarked(kernel, letter.to);
    if (marked && !isBinding(letter.template)) return failed("marked");
    // A demo without a mail server reads it in the outbox.
    const settings =
      transport && (await askSettings(broker, "mail").catch((error) => giveBack(letter, now, error)));
    try {
      if (settings) await deliver(letter, settings);
      const sent = { state: "sent", sentAt: now, changedAt: now, ...(!demo && { params: {} }) };
      return { $set: sent, $unset: { error: true } };
    } catch (error) {
      const { message, forGood, ofAddress } = error as NotTaken;
      if (ofAddress) await markAddress(broker, kernel, letter, message.slice(0, 500));
      const old = now.getTime() - letter.at.getTime() > again.givenUpMs;
      if (forGood || old || marked) return failed(message);
      const dueAt = after(now, waitBefore(letter.tries));
      return { $set: { dueAt, error: message.slice(0, 500), changedAt: now } };
    }
  }

  /** No mail server was asked, so it was no try of one, and need not wait as after one. */
  async function giveBack({ _id, tries }: Letter, now: Date, why: unknown): Promise<never> {
    await outbox.updateOne({ _id, tries, state: "waiting" }, { $set: { dueAt: now }, $inc: { tries: -1 } });
    throw why;
  }

  async function deliver(letter: Letter, settings: Settings): Promise<void> {
    const { senderName, shortName, replyTo } = settings;
    const sender = { name: senderName ?? shortName, ...(replyTo && { replyTo }) };
    await transport?.send(letter, sender, contentOf(letter, settings));
  }

  return {
    async stop() {
      stopping.abort();
      await done;
      transport?.close();
    },
  };
}

const after = (now: Date, ms: number) => new Date(now.getTime() + ms);
