import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";
// @ts-expect-error: it has no types. Without it the provider warns at each start that it keeps things in memory.
import { createMemoryAdapter } from "oidc-provider/lib/adapters/memory_adapter.js";

/** What it knows of somebody: claims, and by what they prove there who they are. */
export type AccountThere = { claims: Record<string, unknown>; acr?: string; amr?: string[] };

export type ProviderServer = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By their subject. */
  accounts: Map<string, AccountThere>;
  /** By which it signs. */
  key: KeyObject;
  /** What it does to the answer of its token endpoint before it is sent: as a provider would that is not to be trusted. */
  forge?: ((answer: { id_token: string }) => void) | undefined;
  /** How long it waits before each answer. */
  delayMs: number;
  /** Method and path of all that it was asked. */
  asked: string[];
  stop(): Promise<void>;
};

const client = { id: "causeway", secret: "a secret of the portal's own" };

/** A real provider on a free port of this machine, at which anybody signs in by their subject alone. */
export async function startProviderServer(redirectUri: string): Promise<ProviderServer> {
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown;
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => http.listen(0, "localhost", listening));
  const { port } = http.address() as AddressInfo;
  const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const server: ProviderServer = {
    issuer: `http://localhost:${port}`,
    ...{ clientId: client.id, clientSecret: client.secret, accounts: new Map(), key, delayMs: 0, asked: [] },
    stop: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
  const provider = new Provider(server.issuer, configurationOf(server, redirectUri));
  provider.use(async (ctx, next) => {
    await next();
    const { body } = ctx as { body?: { id_token?: string } };
    if (ctx.path === "/token" && body?.id_token) server.forge?.(body as { id_token: string });
  });
  const callback = provider.callback();
  answer = async (request, response) => {
    server.asked.push(`${request.method} ${request.url?.split("?")[0]}`);
    if (server.delayMs) await sleep(server.delayMs);
    return request.url?.startsWith("/sign-in/")
      ? signIn(provider, server, request, response)
      : callback(request, response);
  };
  return server;
}

const configurationOf = ({ accounts, key }: ProviderServer, redirectUri: string): Configuration => ({
  clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
  jwks: { keys: [{ ...key.export({ format: "jwk" }), kid: "its-key", alg: "RS256", use: "sig" } as never] },
  adapter: createMemoryAdapter(),
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  cookies: { keys: ["a key of the provider's own"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, { uid }) => `/sign-in/${uid}` },
  acrValues: ["urn:one-factor", "urn:two-factors"],
  claims: {
    openid: ["sub", "amr"],
    profile: ["given_name", "family_name"],
    email: ["email", "email_verified"],
    vo: ["vo_id", "vo_doelgroepcode", "vo_orgcode", "vo_orgnaam"],
    acr: null,
    auth_time: null,
  },
  scopes: ["openid", "profile", "email", "vo"],
  pkce: { required: () => true },
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: () => ({ ...accounts.get(sub)?.claims, sub }),
  }),
  loadExistingGrant: grantAll,
});

/** Nobody is asked whether the portal may know what it asks for. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { provider, session, client: asking, requestParamScopes } = oidc;
  const grant = new provider.Grant({ accountId: session!.accountId!, clientId: asking!.clientId });
  grant.addOIDCScope([...requestParamScopes].join(" "));
  await grant.save();
  return grant;
}

const page = `<!doctype html><html lang="en"><title>Provider</title><form method="post">
<label>Subject <input name="subject" required></label><button>Go on</button></form></html>`;

async function signIn(
  provider: Provider,
  { accounts }: ProviderServer,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.method !== "POST") return response.setHeader("content-type", "text/html").end(page);
  const subject = new URLSearchParams(await text(request)).get("subject") ?? "";
  const account = accounts.get(subject);
  const { acr, amr } = account ?? {};
  const login = { accountId: subject, ...(acr && { acr }), ...(amr && { amr }) };
  const result = account ? { login } : { error: "access_denied" };
  return provider.interactionFinished(request, response, result);
}
