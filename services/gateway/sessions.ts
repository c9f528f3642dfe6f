import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServiceBroker } from "moleculer";
import { identity } from "#services/identity/identity.contract.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { cookieName, type Principals } from "./principals.ts";

export type Sessions = {
  begin(reply: FastifyReply, secret: string): void;
  end(request: FastifyRequest, reply: FastifyReply): void;
};

const cookie = { path: "/", httpOnly: true, secure: true, sameSite: "lax" } as const;

export const openSessions = (broker: ServiceBroker, principals: Principals): Sessions => ({
  begin(reply, secret) {
    reply.setCookie(cookieName, secret, cookie);
  },
  end(request, reply) {
    const secret = request.cookies[cookieName];
    reply.clearCookie(cookieName, cookie);
    if (!secret) return;
    principals.forget(secret);
    void callAs(
      broker,
      identity.actions.endSession,
      { sessionHash: hashOf(secret) },
      asSystem("gateway"),
    ).catch(() => {});
  },
});

/** Sign-in and sign-out are actions like all others; only what they mean for the cookie happens here. */
export function afterSession(
  action: Action,
  body: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
): unknown {
  if (action.name === identity.actions.signOut.name) sessions.end(request, reply);
  if (action.name !== identity.actions.signInAsDemoPerson.name) return body;
  const { secret, ...shown } = body as { secret: string };
  sessions.begin(reply, secret);
  return { ...shown, secret: "" };
}
