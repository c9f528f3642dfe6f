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

/** Hash of the cookie by which this browser is known again. One that has none is given one. */
export function browserOf(request: FastifyRequest, reply: FastifyReply): string {
  const known = request.cookies[cookieName];
  if (known && secretForm.test(known)) return hashOf(known);
  const secret = newSecret();
  reply.setCookie(cookieName, secret, cookie);
  return hashOf(secret);
}
