import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServiceBroker } from "moleculer";
import { identity } from "#services/identity/identity.contract.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { asSystem } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { ask } from "./ask.ts";
import { cookieName, type Principals } from "./principals.ts";

export type Sessions = {
  begin(reply: FastifyReply, secret: string): void;
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
};

const cookie = { path: "/", httpOnly: true, secure: true, sameSite: "lax" } as const;

export const openSessions = (broker: ServiceBroker, principals: Principals): Sessions => ({
  begin(reply, secret) {
    reply.setCookie(cookieName, secret, cookie);
  },
  /** The cookie goes last: whoever is told that their session still stands can try again by it. */
  async end(request, reply) {
    const secret = request.cookies[cookieName];
    if (secret) {
      const { who } = asSystem("gateway");
      const { endSession } = identity.actions;
      await ask(broker, endSession, { sessionHash: hashOf(secret) }, { who, trace: request.id });
      principals.forget(secret);
    }
    reply.clearCookie(cookieName, cookie);
  },
});

/** Sign-in and sign-out are actions like all others; only what they mean for the cookie happens here. */
export async function afterSession(
  action: Action,
  body: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
): Promise<unknown> {
  if (action.name === identity.actions.signOut.name) await sessions.end(request, reply);
  if (action.name !== identity.actions.signInAsDemoPerson.name) return body;
  const { secret, ...shown } = body as { secret: string };
  sessions.begin(reply, secret);
  return { ...shown, secret: "" };
}
