import Bowser from "bowser";
import type { FastifyReply, FastifyRequest } from "fastify";
import { hashOf, newSecret, secretForm } from "#shared/access/secrets.ts";

const cookieName = "__Host-causeway-browser";
const cookie = {
  path: "/",
  httpOnly: true,
  secure: true,
  sameSite: "lax",
  maxAge: 365 * 24 * 60 * 60,
} as const;

/** Hash of the cookie by which this browser is known again, and what it is. One that has none is given one. */
export function browserOf(request: FastifyRequest, reply: FastifyReply): { browser: string; device: string } {
  const device = deviceOf(request.headers["user-agent"]);
  const known = request.cookies[cookieName];
  if (known && secretForm.test(known)) return { browser: hashOf(known), device };
  const secret = newSecret();
  reply.setCookie(cookieName, secret, cookie);
  return { browser: hashOf(secret), device };
}

/** As its owner would name it: "Firefox, Windows". */
function deviceOf(agent: string | undefined): string {
  const { browser, os } = Bowser.parse(agent || "none");
  return [browser.name, os.name].filter(Boolean).join(", ").slice(0, 80);
}
