import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServiceBroker } from "moleculer";
import { identity } from "#services/identity/identity.contract.ts";
import { asSystem } from "#shared/contract/call.ts";
import type { Action } from "#shared/contract/contract.ts";
import { ask } from "./ask.ts";
import { cookieName, type Principals, sessionHashOf } from "./principals.ts";

export type Sessions = {
  begin(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<void>;
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
};

const cookie = { path: "/", httpOnly: true, secure: true, sameSite: "lax" } as const;

export function openSessions(broker: ServiceBroker, principals: Principals): Sessions {
  async function endOld(request: FastifyRequest): Promise<void> {
    const sessionHash = sessionHashOf(request);
    if (!sessionHash) return;
    const { who } = asSystem("gateway");
    await ask(broker, identity.actions.endSession, { sessionHash }, { who, trace: request.id });
    principals.forget(sessionHash);
  }
  return {
    /** What the browser came with opens nothing any more, whoever put it there. */
    async begin(request, reply, secret) {
      await endOld(request);
      reply.setCookie(cookieName, secret, cookie);
    },
    /** The cookie goes last: whoever is told that their session still stands can try again by it. */
    async end(request, reply) {
      await endOld(request);
      reply.clearCookie(cookieName, cookie);
    },
  };
}

/** Sign-in and sign-out are actions like all others; only what they mean for the cookie happens here. */
export async function afterSession(
  action: Action,
  body: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: Sessions,
): Promise<unknown> {
  if (action.name === identity.actions.signOut.name) await sessions.end(request, reply);
  if (!beginning.has(action.name)) return body;
  const { secret, ...shown } = body as { secret: string };
  await sessions.begin(request, reply, secret);
  return { ...shown, secret: "" };
}

const {
  signInAsDemoPerson,
  signInByLink,
  signInByPassword,
  comeFromProvider,
  giveSecondFactor,
  confirmSecondFactor,
  changePassword,
  setPassword,
  changeOrganisation,
} = identity.actions;
const beginning = new Set(
  [
    ...[signInAsDemoPerson, signInByLink, signInByPassword, comeFromProvider, setPassword],
    ...[giveSecondFactor, confirmSecondFactor, changePassword, changeOrganisation],
  ].map(({ name }) => name),
);
