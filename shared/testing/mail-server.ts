import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** In the order in which they were taken. */
  taken: ParsedMail[];
  /** Of the same: from where each says it comes, to the server and not to its reader. */
  envelopes: { from: string }[];
  /** What it says to the next recipients, one after another, instead of taking them: `{ code: 451, … }`. */
  refusals: { code: number; words: string }[];
  /** Cuts whoever is connected, and from then on whoever connects, until it is back. */
  goAway(): void;
  comeBack(): void;
  stop(): Promise<void>;
};

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const envelopes: MailServer["envelopes"] = [];
  const refusals: MailServer["refusals"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      const refusal = refusals.shift();
      if (!refusal) return done();
      done(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, { envelope }, done) {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        envelopes.push({ from: envelope.mailFrom ? envelope.mailFrom.address : "" });
        done();
      }, done);
    },
  });
  const sockets = new Set<Socket>();
  let isAway = false;
  server.server.on("connection", (socket: Socket) => {
    if (isAway) return void socket.destroy();
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    envelopes,
    refusals,
    goAway() {
      isAway = true;
      for (const socket of sockets) socket.destroy();
    },
    comeBack() {
      isAway = false;
    },
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}
