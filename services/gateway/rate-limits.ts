import { isIP } from "node:net";
import rateLimit, { normalizeIP } from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Action } from "#shared/contract/contract.ts";
import type { Principals } from "./principals.ts";

/**
 * Requests a minute. Each gateway counts for itself and in memory: of two, whoever reaches both gets twice as many.
 * An answer that is kept is not counted, for it costs less than to count it.
 */
export const perMinute = {
  /** By address: to sign in, to change by what one does, and every change by someone who is not known. */
  enter: 120,
  /** By account. Two hands do a few a minute; a program that an officer runs may do twenty a second. */
  change: 1_200,
  /** By address, of all who change something by a link: a draft gives one to whoever asks. Ten people who all save each second. */
  linked: 600,
  /** By account, or by address. A page that follows a busy mission asks up to ten times a second. */
  read: 12_000,
  /** By address: what is the same for all, and live pages. Nobody has to be looked up, so it is there when no one can be. */
  open: 12_000,
} as const;

/** Letters with a code in a quarter of an hour, by address: whoever begins drafts may have each sent to another stranger. */
export const codesAQuarter = 30;
const quarterMs = 15 * 60_000;
const askForCode = "POST /registrations/:id/address-codes";

type Kind = keyof typeof perMinute | "code";

/** Addresses and accounts of each kind; of more, those that were not heard of for the longest begin anew. */
const remembered = 20_000;

export type RateLimits = {
  /** Counts one more; throws TooManyRequests, with what the caller should know in the headers. */
  count(kind: Kind, request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** Before the body is read. Throws too while it cannot be known who is calling: as a stranger they would be counted wrongly. */
  countFor(action: Action, request: FastifyRequest, reply: FastifyReply): Promise<void>;
};

export class TooManyRequests extends Error {
  readonly statusCode = 429;
  readonly type: "too-many-requests" | "too-many-codes";

  constructor(kind: Kind) {
    super();
    this.type = kind === "code" ? "too-many-codes" : "too-many-requests";
  }
}

/**
 * Behind a proxy that is listed as trusted, the address that it names, without the port that some add. One network of IPv6 (/64)
 * counts as one; so does all that is no address, and whoever has gone already, of whom there is none.
 */
export function addressOf({ ip = "" }: { ip?: string | undefined }): string {
  const [, bracketed, before] = /^\[(.+)\](?::\d+)?$|^([^:]+):\d+$/.exec(ip) ?? [];
  const address = bracketed ?? before ?? ip;
  return isIP(address) ? normalizeIP(address) : "no address";
}

/** What is asked to get in, and to change by what one gets in: there passwords and codes are tried. */
const entering = /^(POST|PUT) \/(session|demo\/session|sign-in-links|first-admin|account)(\/|$)/;

export async function openRateLimits(app: FastifyInstance, principals: Principals): Promise<RateLimits> {
  await app.register(rateLimit, { global: false });
  const byAccount = async (request: FastifyRequest) =>
    (await principals.accountOf(request)) ?? addressOf(request);
  const own = { timeWindow: 60_000, cache: remembered };
  const counters = {
    enter: app.createRateLimit({ ...own, max: perMinute.enter, keyGenerator: addressOf }),
    change: app.createRateLimit({ ...own, max: perMinute.change, keyGenerator: byAccount }),
    linked: app.createRateLimit({ ...own, max: perMinute.linked, keyGenerator: addressOf }),
    read: app.createRateLimit({ ...own, max: perMinute.read, keyGenerator: byAccount }),
    open: app.createRateLimit({ ...own, max: perMinute.open, keyGenerator: addressOf }),
    code: app.createRateLimit({
      ...own,
      timeWindow: quarterMs,
      max: codesAQuarter,
      keyGenerator: addressOf,
    }),
  };

  /** A secret that opens nothing is no account: with a new one each time nobody would ever come to a limit. */
  async function kindsOf({ kind, route }: Action, request: FastifyRequest): Promise<Kind[]> {
    if (kind === "query") return ["read"];
    const account = entering.test(route!) ? undefined : await principals.accountOf(request);
    if (!account) return ["enter"];
    if (!account.startsWith("link/")) return ["change"];
    return route === askForCode ? ["linked", "change", "code"] : ["linked", "change"];
  }

  async function count(kind: Kind, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const counted = await counters[kind](request);
    if (counted.isAllowed || !counted.isExceeded) return;
    reply.headers({
      "retry-after": counted.ttlInSeconds,
      "ratelimit-limit": counted.max,
      "ratelimit-remaining": 0,
      "ratelimit-reset": counted.ttlInSeconds,
    });
    throw new TooManyRequests(kind);
  }

  return {
    count,
    async countFor(action, request, reply) {
      for (const kind of await kindsOf(action, request)) await count(kind, request, reply);
    },
  };
}
