import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceBroker } from "moleculer";
import type { AnyBulkWriteOperation } from "mongoose";
import { askSettings, type Settings } from "#services/settings-now.ts";
import type { Kernel } from "#shared/kernel.ts";
import { markedAmong } from "../marked-addresses/marked.ts";
import { markAddress } from "../marked-addresses/marking.ts";
import { isBinding } from "./binding.ts";
import { type Letter, outboxOf } from "./outbox.ts";
import { takeDue } from "./taking.ts";
import { contentOf } from "./templates.ts";
import { type NotTaken, openTransport } from "./transport.ts";

const pollMs = 500;
/** While the outbox cannot be read. */
const mostPauseMs = 10_000;
/** Twice as long after each try. */
const again = { first: 30_000, most: 60 * 60_000, givenUpMs: 24 * 60 * 60_000 };

const waitBefore = (tries: number) => Math.min(again.first * 2 ** (tries - 1), again.most);

/**
 * Sends what waits, a few at a time and each letter by one sender. A crash between the mail server's yes and ours sends it
 * again under the same Message-ID.
 */
export function startSender(broker: ServiceBroker, kernel: Kernel) {
  const outbox = outboxOf(kernel.mongo);
  const transport = openTransport(kernel.config);
  const { demo } = kernel.config;
  const stopping = new AbortController();
  let waits = false;
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
        if (failures) sayThatItLeaves();
        failures = 0;
        if (sent) continue;
      } catch (error) {
        sayThatItWaits(error as Error);
        failures++;
      }
      const pause = Math.min(pollMs * 2 ** failures, mostPauseMs);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  function sayThatItWaits({ message }: Error): void {
    if (!waits) broker.logger.warn(`Mail waits: ${message}`);
    waits = true;
  }
  function sayThatItLeaves(): void {
    if (waits) broker.logger.info("Mail no longer waits.");
    waits = false;
  }

  /** False when nothing is due. */
  async function next(): Promise<boolean> {
    const now = kernel.clock.now();
    const letters = await takeDue(outbox, now);
    if (!letters.length) return false;
    const addresses = letters.map(({ to }) => to);
    const marked = await markedAmong(kernel, addresses);
    const settings =
      transport && (await askSettings(broker, "mail").catch((why) => giveBack(letters, now, why)));
    const ended = await Promise.allSettled(
      letters.map(async (letter, n) => ({
        letter,
        update: await outcomeOf(letter, now, marked[n]!, settings),
      })),
    );
    await write(ended.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
    for (const one of ended) if (one.status === "rejected") throw one.reason;
    return true;
  }

  async function outcomeOf(letter: Letter, now: Date, marked: boolean, settings: Settings | undefined) {
    const failed = (error: string) => ({
      $set: { state: "failed", error: error.slice(0, 500), params: {}, changedAt: now },
    });
    if (letter.notAfter && letter.notAfter < now) return failed("late");
    // To an address from which letters came back: once, and only what something depends on.
    if (marked && !isBinding(letter.template)) return failed("marked");
    try {
      // A demo without a mail server reads it in the outbox.
      if (settings) await deliver(letter, settings);
      const sent = { state: "sent", sentAt: now, changedAt: now, ...(!demo && { params: {} }) };
      return { $set: sent, $unset: { error: true } };
    } catch (error) {
      const { message, forGood, ofAddress, asked } = error as NotTaken;
      if (!asked) sayThatItWaits(error as Error);
      if (ofAddress) await markAddress(broker, kernel, letter, message.slice(0, 500));
      const old = now.getTime() - letter.at.getTime() > again.givenUpMs;
      if (forGood || old || (marked && asked)) return failed(message);
      const dueAt = after(now, waitBefore(letter.tries));
      return { $set: { dueAt, error: message.slice(0, 500), changedAt: now } };
    }
  }

  /** No mail server was asked, so it was no try of one, and need not wait as after one. */
  async function giveBack(letters: Letter[], now: Date, why: unknown): Promise<never> {
    const update = { $set: { dueAt: now }, $inc: { tries: -1 } };
    await write(letters.map((letter) => ({ letter, update })));
    throw why;
  }

  /** But for what has come back already. */
  async function write(changes: { letter: Letter; update: object }[]): Promise<void> {
    const writes = changes.map(({ letter: { _id, tries }, update }) => ({
      updateOne: { filter: { _id, tries, state: "waiting" }, update },
    }));
    if (writes.length) await outbox.bulkWrite(writes as AnyBulkWriteOperation<Letter>[], { ordered: false });
  }

  async function deliver(letter: Letter, settings: Settings): Promise<void> {
    const { senderName, shortName, replyTo } = settings;
    const sender = { name: senderName ?? shortName, ...(replyTo && { replyTo }) };
    await transport?.send(letter, sender, contentOf(letter, settings));
    sayThatItLeaves();
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
