import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import type { OpenIdProvider } from "#shared/config/openid-providers.ts";
import { type ProviderServer, startProviderServer } from "#shared/testing/openid-provider.ts";
import { openOffice } from "../credentials/credentials.testing.ts";
import { accountsOf } from "./accounts.ts";

const redirectUri = "https://portal.example.org/sign-in/provider";
export const here = hashOf("the browser that went");
export const elsewhere = hashOf("another browser");

/** As the configuration has it, once all is filled in. */
export const configured = (
  { issuer, clientId, clientSecret }: ProviderServer,
  more: Partial<OpenIdProvider> = {},
): OpenIdProvider => ({
  ...{ id: "plain", name: "Elsewhere", issuer, clientId, clientSecret, scopes: [] },
  ...{ twoFactors: { acr: ["urn:two-factors"], amr: ["mfa"] }, verifiesEmail: false, organisations: [] },
  claims: { name: ["given_name", "family_name"], email: "email" },
  ...more,
});

export const mapping: Partial<OpenIdProvider> = {
  id: "mapped",
  scopes: ["profile", "email", "vo"],
  organisations: [
    {
      when: { vo_doelgroepcode: "EA", vo_orgcode: "0123456789" },
      organisation: "zandbank",
      admits: ["member"],
    },
    { when: { vo_orgcode: "OVO000001" }, organisation: "office", admits: [] },
    { when: { vo_orgcode: "OVO000002" }, organisation: "office", admits: ["officer"] },
    { when: { vo_orgcode: "0999999999" }, organisation: "not-in-the-portal", admits: ["member"] },
  ],
};

/** The office with its two people, and a provider at which they may sign in: as it is, and by a mapping of its claims. */
export async function openBoth() {
  const there = await startProviderServer(redirectUri);
  const misnamed = { id: "misnamed", issuer: `${there.issuer}/` };
  const openIdProviders = [configured(there), configured(there, mapping), configured(there, misnamed)];
  const office = await openOffice({ openIdProviders });
  const { ask, actions, node, clock } = office;

  async function go(provider = "plain", who: Principal = nobody, browser = here): Promise<string> {
    const { address } = await ask(actions.goToProvider, { provider, language: "en" }, who, browser);
    return address;
  }
  const come = (answer: Answer, who: Principal = nobody, browser = here) =>
    ask(actions.comeFromProvider, answer, who, browser);

  const proven = (role: "officer" | "member", person: string, organisation: string) =>
    inRole(role, person, organisation, clock.now().getTime());

  async function link(who: Principal, subject: string, by = who) {
    const goal = { provider: "plain", language: "en" };
    const { address } = await ask(actions.goToLinkProvider, goal, who, here);
    return come(await signInThere(address, subject), by);
  }

  return {
    ...{ there, office, go, come, link },
    leen: () => proven("officer", "leen", "office"),
    sanne: () => proven("member", "sanne", "zandbank"),
    signIn: async (subject: string, provider = "plain") =>
      come(await signInThere(await go(provider), subject)),
    /** All that a sign-in could have made: what happened, and whose which account is. */
    async made() {
      await node.settled();
      const { mongo, log } = node.kernel;
      return { commits: await log.countDocuments(), accounts: await accountsOf(mongo).countDocuments() };
    },
    async stop() {
      await office.stop();
      await there.stop();
    },
  };
}

export type Both = Awaited<ReturnType<typeof openBoth>>;
export type Answer = { state: string; code?: string; error?: string; iss?: string };

/** A browser goes where it is sent and signs in there; what it is sent back with. */
export async function signInThere(
  address: string,
  subject: string,
  jar = new Map<string, string>(),
): Promise<Answer> {
  let url = address;
  let body: string | undefined;
  for (let hops = 0; hops < 10; hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
    const sent = body === undefined ? {} : { method: "POST", body };
    const response = await fetch(url, { headers, redirect: "manual", ...sent });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    // A page: its form asks for a subject.
    body = location ? undefined : String(new URLSearchParams({ subject }));
    const next = location ? new URL(location, url) : new URL(url);
    if (next.href.startsWith(redirectUri))
      return Object.fromEntries(new URLSearchParams(next.hash.slice(1))) as Answer;
    url = next.href;
  }
  throw new Error(`The provider sent nobody back: ${url}`);
}
