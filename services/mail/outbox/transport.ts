import { createTransport } from "nodemailer";
import { hashOf } from "#shared/access/secrets.ts";
import type { Config } from "#shared/config/config.ts";
import { returnAddress } from "../returns/address.ts";
import type { Letter } from "./outbox.ts";
import type { Content } from "./templates.ts";

/** Who a letter says it is from. The address it comes from is the configuration's, for the mail server must allow it. */
export type Sender = { name: string; replyTo?: string };

export type Transport = {
  send(letter: Letter, sender: Sender, content: Content): Promise<void>;
  close(): void;
};

/**
 * `forGood`: the mail server will not take it tomorrow either. `ofAddress`: it is this recipient that it does not take.
 * `asked`: it was asked for this letter; else it is the mail server itself that is away, or does not know us.
 */
export class NotTaken extends Error {
  override name = "NotTaken";
  readonly forGood: boolean;
  readonly ofAddress: boolean;
  readonly asked: boolean;
  constructor(message: string, is: { forGood: boolean; ofAddress: boolean; asked: boolean }) {
    super(message);
    this.forGood = is.forGood;
    this.ofAddress = is.ofAddress;
    this.asked = is.asked;
  }
}

/** As nodemailer tells it. */
type Failure = Error & { responseCode?: number; code?: string; command?: string };

const patienceMs = 20_000;

/** Over SMTP; none in a demo without a mail server, whose letters are read in the outbox. */
export function openTransport({
  smtpUrl,
  mailFrom,
  bounces,
}: Pick<Config, "smtpUrl" | "mailFrom" | "bounces">): Transport | undefined {
  if (!smtpUrl) return undefined;
  const smtp = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // Nothing of ours names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
  const domain = mailFrom.slice(mailFrom.indexOf("@") + 1);
  return {
    async send({ _id: id, to, returnToken }, { name, replyTo }, content) {
      // The same for every try: a mailbox that got it already knows it by this.
      const messageId = `<${hashOf(id)}@${domain}>`;
      const headers = { "Auto-Submitted": "auto-generated" };
      const returnTo = bounces && returnToken && returnAddress(returnToken, bounces.domain);
      try {
        await smtp.sendMail({
          from: { name, address: mailFrom },
          ...(replyTo && { replyTo: { name: "", address: replyTo } }),
          to: { name: "", address: to },
          ...(returnTo && { envelope: { from: returnTo, to } }),
          ...content,
          messageId,
          headers,
        });
      } catch (error) {
        const { message, responseCode = 0, code, command } = error as Failure;
        // A server that refuses us at the door may be set right; one that refuses the letter will not change its mind.
        const asked = responseCode > 0 && code !== "EAUTH" && command !== "CONN";
        const forGood = asked && responseCode >= 500;
        throw new NotTaken(message, { forGood, ofAddress: forGood && command === "RCPT TO", asked });
      }
    },
    close: () => smtp.close(),
  };
}
