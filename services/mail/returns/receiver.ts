import type { Readable } from "node:stream";
import type { ServiceBroker } from "moleculer";
import { SMTPServer } from "smtp-server";
import type { Worker } from "#shared/contract/serve.ts";
import type { Kernel } from "#shared/kernel.ts";
import { tokenIn } from "./address.ts";
import { reportIn } from "./report.ts";
import { isOfLetter, takeReport } from "./returned.ts";

/** A letter of ours comes back whole at most, with what its servers say. */
const limits = { bytes: 1024 * 1024, clients: 20, recipients: 1, silenceMs: 30_000, closeMs: 2_000 };

/** Nothing of it is shown but the status: no text is made of its markup. */
const parsing = {
  keepDeliveryStatus: true,
  checksumAlgo: false,
  ...{ skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true },
} as const;

/** Takes letters that come back, over SMTP, for addresses that stood on letters of ours and no others. Off unless it is given a port. */
export function startReceiver(broker: ServiceBroker, kernel: Kernel): Worker {
  const { bounces, host } = kernel.config;
  if (!bounces) return { stop: async () => {} };
  const { domain, port } = bounces;
  const server = new SMTPServer({
    authOptional: true,
    // TLS ends at the mail server before it, as that of browsers does at the proxy.
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    ...{ size: limits.bytes, rejectOversized: true },
    ...{ maxClients: limits.clients, maxRecipients: limits.recipients },
    ...{ socketTimeout: limits.silenceMs, closeTimeout: limits.closeMs },
    onRcptTo({ address }, _session, done) {
      const token = tokenIn(address, domain);
      const known = token ? isOfLetter(kernel, token) : Promise.resolve(false);
      known.then((isOurs) => done(isOurs ? null : smtpError(550, "No such mailbox")), later(done));
    },
    onData(stream, { envelope }, done) {
      const token = tokenIn(envelope.rcptTo[0]?.address ?? "", domain) ?? "";
      take(stream, token).then(() => done(), later(done));
    },
  });

  async function take(stream: Readable, token: string): Promise<void> {
    const status = await statusIn(await upTo(limits.bytes, stream));
    const report = status && reportIn(status.toString("latin1"));
    if (report) await takeReport(broker, kernel, token, report);
  }

  /** Whoever sent it keeps it and tries again. */
  const later = (done: (error: Error) => void) => (error: Error) => {
    broker.logger.warn(`A returned letter was not taken: ${error.message}`);
    done(smtpError(451, "Try again later"));
  };

  server.on("error", (error) => broker.logger.warn(`Returned letters: ${error.message}`));
  server.listen(port, host);
  return { stop: () => new Promise((closed) => server.close(() => closed())) };
}

/** What cannot be read, such as parts in parts without an end, would not be read tomorrow either: it reports nothing. */
async function statusIn(message: Buffer): Promise<Buffer | undefined> {
  // Loaded with the first that comes: it stays for good.
  const { simpleParser } = await import("mailparser");
  const { attachments } = await simpleParser(message, parsing).catch(() => ({ attachments: [] }));
  return attachments.find(({ contentType }) => contentType === "message/delivery-status")?.content;
}

const smtpError = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** What is larger is read to its end and refused by the server; of it no more is kept. */
async function upTo(most: number, stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= most) parts.push(part);
  }
  return length <= most ? Buffer.concat(parts) : Buffer.alloc(0);
}
