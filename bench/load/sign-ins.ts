import { closedLoop, type Figures } from "./closed.ts";

export type Signer = { email: string; password: string; browser: string };

type SignIns = { port: number; connections: number; seconds: number; signers: Signer[] };

/** Each from an address of its own, as people come through a proxy; from one address only so many a minute may try. */
export function signIns({ signers, ...shape }: SignIns): Promise<Figures> {
  let sent = 0;
  const next = () => requestOf(signers[sent % signers.length]!, `10.${(sent >> 8) & 255}.${sent++ & 255}.1`);
  return closedLoop({ ...shape, next });
}

function requestOf({ email, password, browser }: Signer, address: string): string {
  const body = JSON.stringify({ email, password });
  return [
    "POST /api/session/password HTTP/1.1",
    "host: 127.0.0.1",
    "content-type: application/json",
    "causeway-csrf: 1",
    `cookie: __Host-causeway-browser=${browser}`,
    `x-forwarded-for: ${address}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "",
    body,
  ].join("\r\n");
}
