import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** In the order in which they were taken. */
  taken: ParsedMail[];
  /** What it says to the next recipients, one after another, instead of taking them: `{ code: 451, … }`. */
  refusals: { code: number; words: string }[];
  stop(): Promise<void>;
};

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const refusals: MailServer["refusals"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      const refusal = refusals.shift();
      if (!refusal) return done();
      done(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        taken.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refusals,
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}
