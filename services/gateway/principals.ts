import type { FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { ServiceBroker } from "moleculer";
import { identity } from "#services/identity/identity.contract.ts";
import { missions } from "#services/missions/missions.contract.ts";
import { partnerships } from "#services/partnerships/partnerships.contract.ts";
import { nobody, type Principal } from "#shared/access/principal.ts";
import { hashOf, secretForm } from "#shared/access/secrets.ts";
import { asSystem, callAs } from "#shared/contract/call.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import { gather } from "#shared/gather.ts";

export const cookieName = "__Host-causeway";

/**
 * Sessions, tokens and links stay in memory this long: a revoked one works no longer than that. Of sessions and tokens the end is told
 * at once, but as a hint, which may be lost.
 */
const rememberedMs = 2_000;

export type Principals = {
  of(request: FastifyRequest): Promise<Principal>;
  /** The same of one that only stands open: looking at it does not count as use, which would keep a session from ending. */
  ofOpen(request: FastifyRequest): Promise<Principal>;
  /** The session, token or link by which they are known, as a key that tells nobody its secret; none of nobody. */
  accountOf(request: FastifyRequest): Promise<string | undefined>;
  /** A session or a token has ended, here or elsewhere. */
  forget(hash: string): void;
  onForgotten(hear: (theirs: (request: FastifyRequest) => boolean) => void): void;
};

/** Who is calling, from the session cookie, an API token or a link that opens one thing; never from what the body says. */
export function openPrincipals(broker: ServiceBroker): Principals {
  const known = new LRUCache<string, Promise<Principal>>({
    max: 10_000,
    ttl: rememberedMs,
    ttlResolution: 50,
  });

  const forgotten: ((theirs: (request: FastifyRequest) => boolean) => void)[] = [];

  function remembered(key: string, ask: () => Promise<Principal>): Promise<Principal> {
    const found = known.get(key);
    if (found) return found;
    const asked = ask();
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  }

  const sessions = (more: { unused?: true }) =>
    gather(async (sessionHashes) => {
      const asked = { sessionHashes, ...more };
      const { reply } = await callAs(broker, identity.actions.principalsOf, asked, asSystem("gateway"));
      if (isRefusal(reply)) return [];
      return reply.rows.map(({ sessionHash: _id, ...who }) => ({ _id, who }));
    });
  const [used, unused] = [sessions({}), sessions({ unused: true })];

  async function ofSession(sessionHash: string, look = used): Promise<Principal> {
    const found = await look(sessionHash);
    return found ? { kind: "person", ...found.who } : nobody;
  }

  async function ofToken(tokenHash: string): Promise<Principal> {
    const { reply } = await callAs(
      broker,
      identity.actions.principalOfToken,
      { tokenHash },
      asSystem("gateway"),
    );
    return isRefusal(reply) ? nobody : { kind: "person", ...reply };
  }

  /** Of a registration or one section of it, of a company's seats on a mission, or of one of its delegates. */
  async function ofLink(linkHash: string): Promise<Principal> {
    const asked = { linkHash };
    const gateway = asSystem("gateway");
    const form = (await callAs(broker, partnerships.actions.registrationOfLink, asked, gateway)).reply;
    if (!isRefusal(form) && form.id)
      return form.section
        ? { kind: "section-link", link: form.section, registration: form.id }
        : { kind: "link", registration: form.id };
    const opened = (await callAs(broker, missions.actions.seatOfLink, asked, gateway)).reply;
    if (!isRefusal(opened) && opened.seat) return { kind: "seat-link", ...opened.seat };
    const known = (await callAs(broker, missions.actions.delegateOfLink, asked, gateway)).reply;
    return isRefusal(known) || !known.who ? nobody : { kind: "delegate-link", ...known.who };
  }

  /** Whoever changes something by a link is looked up anew: by one that has been replaced nobody makes another. */
  const looked = new WeakSet<FastifyRequest>();
  function lookAnew(request: FastifyRequest, key: string): void {
    if (request.method === "GET" || looked.has(request)) return;
    looked.add(request);
    known.delete(key);
  }

  const asks = { session: (hash: string) => ofSession(hash), token: ofToken, link: ofLink };

  function of(request: FastifyRequest): Promise<Principal> {
    const account = claimedBy(request);
    if (!account) return Promise.resolve(nobody);
    const [kind, hash] = account;
    const key = account.join("/");
    if (kind === "link") lookAnew(request, key);
    return remembered(key, () => asks[kind](hash));
  }

  return {
    of,
    async ofOpen(request) {
      const [kind, hash] = claimedBy(request) ?? [];
      if (kind !== "session") return of(request);
      // Not remembered: whoever uses the session in the next moment would be answered from memory, and not be counted.
      return known.get(`session/${hash}`) ?? ofSession(hash!, unused);
    },
    async accountOf(request) {
      const who = await of(request);
      return who.kind === "nobody" ? undefined : claimedBy(request)!.join("/");
    },
    forget(hash) {
      known.delete(`session/${hash}`);
      known.delete(`token/${hash}`);
      for (const hear of forgotten) hear((request) => claimedBy(request)?.[1] === hash);
    },
    onForgotten(hear) {
      forgotten.push(hear);
    },
  };
}

type Claim = ["link" | "session" | "token", string] | undefined;

/** Limits, routes and live pages all ask it of the same request: the secret is hashed once. */
const claims = new WeakMap<FastifyRequest, { claim: Claim }>();

function claimedBy(request: FastifyRequest): Claim {
  const known = claims.get(request) ?? { claim: claimIn(request) };
  claims.set(request, known);
  return known.claim;
}

/** What a request came with, whether or not that opens anything. A link goes before a session; a token comes alone (`stray-tokens.ts`). */
function claimIn(request: FastifyRequest): Claim {
  const token = bearerOf(request);
  if (token !== undefined) return ["token", hashOf(token)];
  const link = request.headers["causeway-link"];
  if (typeof link === "string" && secretForm.test(link)) return ["link", hashOf(link)];
  const sessionHash = sessionHashOf(request);
  return sessionHash === undefined ? undefined : ["session", sessionHash];
}

/** The one place where a token may stand (RFC 6750, 2.1). */
export const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^bearer +(.*)$/i.exec(headers.authorization ?? "")?.[1];

/** Asks by a token that has ended, or never was one: that is told, instead of taking them for a stranger. */
export const isByEndedToken = (request: FastifyRequest, who: Principal): boolean =>
  who.kind === "nobody" && bearerOf(request) !== undefined;

/** Of the cookie it came with, if that can be one. */
export function sessionHashOf(request: FastifyRequest): string | undefined {
  const secret = request.cookies[cookieName];
  return secret && secretForm.test(secret) ? hashOf(secret) : undefined;
}
