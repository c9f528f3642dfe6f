import { freshMs } from "#shared/access/policy.ts";
import { type CallContext, personIn } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { mayReplace } from "../credentials/assurance.ts";
import { knownOf } from "../credentials/credentials.ts";
import { longestMs } from "./claims.ts";
import { kindOf, providerOf, redirectUriOf } from "./configured.ts";
import type { actions } from "./contract.ts";
import { addressAt } from "./openid.ts";
import { makeRequest } from "./requests.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export const goToProvider = (input: In<"goToProvider">, ctx: CallContext) => go(ctx, input);

export async function goToLinkProvider(input: In<"goToLinkProvider">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const who = personIn(ctx);
  const known = await knownOf(mongo, who.person);
  if (!mayReplace(who, known, clock.now())) return refuse("step-up-required");
  return go(ctx, { ...input, person: who.person });
}

type Going = Input<typeof actions.goToProvider> & { person?: string };

async function go(ctx: CallContext, going: Going) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const provider = providerOf(ctx, going.provider);
  const { browser, who } = ctx.meta;
  if (!provider || !browser) return refuse("identity.unknown-provider");
  const secrets = await makeRequest(mongo, { ...going, browser }, clock.now());
  // Whoever is known here already comes to prove it anew, or to show that the other account is theirs.
  const anew = who.kind === "person";
  const maxAgeMs = anew ? freshMs : longestMs;
  const { language } = going;
  try {
    const redirectUri = redirectUriOf(ctx);
    return { address: await addressAt(provider, { ...secrets, redirectUri, language, maxAgeMs, anew }) };
  } catch (error) {
    kindOf(ctx, error);
    return refuse("identity.provider-away");
  }
}
