import * as openid from "openid-client";
import type { OpenIdProvider } from "#shared/config/openid-providers.ts";
import { codeOf } from "../code-of.ts";
import type { Claims } from "./claims.ts";

/** For all that one call of ours asks of a provider together: a little less than its own caller waits (5 s). */
const patienceMs = 4_000;

/**
 * Why nobody comes in by it: what they brought is not true, the provider does not do its part, or they stopped there. Holds no
 * code and no token.
 */
export class ProviderFault extends Error {
  override name = "ProviderFault";
  readonly kind: "untrue" | "away" | "stopped";
  constructor(kind: ProviderFault["kind"], provider: OpenIdProvider, error: unknown) {
    super(`${provider.id} ${kind}: ${codeOf(error)}`);
    this.kind = kind;
  }
}

type Going = {
  redirectUri: string;
  state: string;
  nonce: string;
  verifier: string;
  language: string;
  /** How long ago they may have proved there who they are. */
  maxAgeMs: number;
  /** Also who is signed in there. */
  anew: boolean;
};

/** Where a browser goes to prove who sits before it. Throws ProviderFault. */
export async function addressAt(provider: OpenIdProvider, going: Going): Promise<string> {
  const { redirectUri, state, nonce, verifier, language, maxAgeMs, anew } = going;
  const challenge = await openid.calculatePKCECodeChallenge(verifier);
  const { acr } = provider.twoFactors;
  return asking(provider, async (at) => {
    const address = openid.buildAuthorizationUrl(at, {
      redirect_uri: redirectUri,
      // After the #, which no browser sends along: what comes back stands in no log of a server.
      response_mode: "fragment",
      scope: ["openid", ...provider.scopes].join(" "),
      ...{ state, nonce, code_challenge: challenge, code_challenge_method: "S256", ui_locales: language },
      // Asked for it, a provider has to say when that was.
      max_age: String(maxAgeMs / 1_000),
      ...(anew && { prompt: "login" }),
      ...(acr.length && { acr_values: acr.join(" ") }),
    });
    return address.href;
  });
}

type Answer = { state: string; code?: string; error?: string; iss?: string };
type Expected = { redirectUri: string; nonce: string; verifier: string };

/** `token`: what was signed for this one time; `claims`: with what else the provider tells of them. */
export type Vouched = { issuer: string; subject: string; token: Claims; claims: Claims };

/** Whom the provider says it is. Throws ProviderFault. */
export async function exchange(
  provider: OpenIdProvider,
  answer: Answer,
  expected: Expected,
): Promise<Vouched> {
  const { redirectUri, nonce: expectedNonce, verifier: pkceCodeVerifier } = expected;
  const came = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) came.searchParams.set(name, value);
  return asking(provider, async (at) => {
    const checks = { expectedState: answer.state, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
    const tokens = await openid.authorizationCodeGrant(at, came, checks);
    const token = tokens.claims()!;
    // Of who is linked, and may act for any organisation of theirs, nothing more has to be known.
    const tellsMore = provider.organisations.length > 0 && at.serverMetadata().userinfo_endpoint;
    const more = tellsMore ? await openid.fetchUserInfo(at, tokens.access_token, token.sub) : {};
    return { issuer: token.iss, subject: token.sub, token, claims: { ...more, ...token } };
  });
}

/** Found anew each time: keys and addresses of a provider may change, and people sign in seldom. */
async function asking<T>(
  provider: OpenIdProvider,
  ask: (at: openid.Configuration) => Promise<T>,
): Promise<T> {
  const deadline = AbortSignal.timeout(patienceMs);
  const at = await find(provider, deadline).catch((error) => {
    throw new ProviderFault("away", provider, error);
  });
  try {
    return await ask(at);
  } catch (error) {
    throw new ProviderFault(deadline.aborted ? "away" : kindOf(error), provider, error);
  }
}

async function find(provider: OpenIdProvider, deadline: AbortSignal): Promise<openid.Configuration> {
  const { issuer, clientId, clientSecret } = provider;
  const client = openid.ClientSecretBasic(clientSecret);
  // By http only on this machine: shared/config/openid-providers.ts.
  const isPlain = issuer.startsWith("http:");
  const at = await openid.discovery(new URL(issuer), clientId, undefined, client, {
    [openid.customFetch]: (address, options) =>
      fetch(address, { ...options, signal: deadline } as RequestInit),
    // That a token came straight from the provider would be enough for the specification; its signature is looked at all the same.
    execute: [openid.enableNonRepudiationChecks, ...(isPlain ? [openid.allowInsecureRequests] : [])],
  });
  // A slash more or less would be let pass, and accounts are known by it.
  if (at.serverMetadata().issuer !== issuer)
    throw Object.assign(new Error(issuer), { code: "another_issuer" });
  return at;
}

/** Of openid-client, what it says of an answer and of a token. */
const untrue = new Set([
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
  "OAUTH_KEY_SELECTION_FAILED",
  "OAUTH_PARSE_ERROR",
  "OAUTH_UNSUPPORTED_OPERATION",
]);

function kindOf(error: unknown): ProviderFault["kind"] {
  // RFC 6749, section 4.1.2.1: the only one of its errors that is not the portal's or the provider's own.
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === "access_denied" ? "stopped" : "away";
  const isUntrue =
    error instanceof openid.ResponseBodyError
      ? error.error === "invalid_grant"
      : error instanceof openid.ClientError && untrue.has(error.code ?? "");
  return isUntrue ? "untrue" : "away";
}
