import type { OpenIdProvider } from "#shared/config/openid-providers.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { sayChanged } from "../credentials/say-changed.ts";
import { organisationOf } from "../organisations/own.ts";
import { rowOf } from "../people/own.ts";
import { goOn, startSessionIn, startSessionOf } from "../sessions/start.ts";
import { accountId, takeAccount, whoseAccount } from "./accounts.ts";
import { admit } from "./admission.ts";
import { organisationIn, twoFactorsAt } from "./claims.ts";
import { kindOf, providerOf, redirectUriOf, sayNotLetIn } from "./configured.ts";
import type { actions } from "./contract.ts";
import { exchange, type Vouched } from "./openid.ts";
import { type AuthenticationRequest, takeRequest } from "./requests.ts";

export async function comeFromProvider(answer: Input<typeof actions.comeFromProvider>, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { browser } = ctx.meta;
  const request = browser && (await takeRequest(mongo, answer.state, browser, clock.now()));
  const provider = request && providerOf(ctx, request.provider);
  if (!request || !provider) return refuse("identity.answer-invalid");
  const came = await come(ctx, provider, request, answer);
  const { person, proving, back } = request;
  const asked = proving ? { proving } : {};
  const whence = { ...(person && { linking: true }), ...asked, ...(back && { back }) };
  return isRefusal(came) ? refuse(came.refused, whence) : { ...came, ...asked };
}

const refusedAs = {
  untrue: "identity.answer-invalid",
  away: "identity.provider-away",
  stopped: "identity.stopped-there",
} as const;

async function come(
  ctx: CallContext,
  provider: OpenIdProvider,
  request: AuthenticationRequest,
  answer: Input<typeof actions.comeFromProvider>,
) {
  let vouched: Vouched;
  try {
    vouched = await exchange(provider, answer, { ...request, redirectUri: redirectUriOf(ctx) });
  } catch (error) {
    return refuse(refusedAs[kindOf(ctx, error)]);
  }
  return request.person
    ? link(ctx, { ...request, person: request.person }, vouched)
    : signIn(ctx, provider, request, vouched);
}

const idOf = (ctx: CallContext, { issuer, subject }: Vouched): string =>
  accountId(kernelOf(ctx.broker).config.secret, issuer, subject);

async function signIn(
  ctx: CallContext,
  provider: OpenIdProvider,
  { language, back }: AuthenticationRequest,
  vouched: Vouched,
) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { token, claims } = vouched;
  const place = organisationIn(provider, claims);
  if (!place && provider.organisations.length) {
    sayNotLetIn(ctx, provider, "no-organisation-fits");
    return refuse("identity.organisation-not-here");
  }
  const proven = twoFactorsAt(provider, token, clock.now());
  const given = proven ? { secondFactorAt: proven } : {};
  const whither = back ? { back } : {};
  const _id = idOf(ctx, vouched);
  const person = await whoseAccount(mongo, _id);
  if (person && (await rowOf(ctx, person))) {
    const organisation = place?.organisation;
    const secret = await startSessionOf(ctx, person, { organisation, ...given });
    if (secret) return { person, secret, ...whither };
    if (!organisation) return refuse("identity.not-linked");
    const isThere = await organisationOf(ctx, organisation);
    sayNotLetIn(ctx, provider, isThere ? "may-not-act-there" : "unknown-organisation", organisation);
    return refuse("identity.organisation-not-here");
  }
  const admitted = place && (await admit(ctx, { provider, place, _id, claims, language }));
  if (!admitted) return refuse("identity.not-linked");
  const { position, ...who } = admitted;
  const secret = await startSessionIn(ctx, { ...who, ...given });
  if (!secret) return refuse("identity.not-linked");
  return { person: who.person, secret, ...whither, ...(position !== undefined && { position }) };
}

/** For whoever went: another who has signed in here meanwhile gets nothing of it. */
async function link(
  ctx: CallContext,
  { person, provider }: AuthenticationRequest & { person: string },
  vouched: Vouched,
) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { who } = ctx.meta;
  if (who.kind !== "person" || who.person !== person) return refuse("identity.answer-invalid");
  const account = { _id: idOf(ctx, vouched), person, provider, at: clock.now() };
  const before = await whoseAccount(mongo, account._id);
  if ((before ?? (await takeAccount(mongo, account))) !== person) return refuse("identity.account-taken");
  if (!before) await sayChanged(ctx, person, "provider-linked");
  const session = await goOn(ctx, who);
  return isRefusal(session) ? refuse("identity.answer-invalid") : { ...session, back: "/account" };
}
