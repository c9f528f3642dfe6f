import { postLetters } from "#services/post-letters.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { kernelOf } from "#shared/kernel.ts";
import { letterWasUsed, mayAskForLetter } from "../credentials/attempts.ts";
import { knowBrowser, knownOf } from "../credentials/credentials.ts";
import { whoseAddress } from "../people/addresses.ts";
import { isStaffPerson, membershipOf, rowOf } from "../people/own.ts";
import { startSessionOf } from "../sessions/start.ts";
import type { actions } from "./contract.ts";
import { consumeLink, findLink, lifetimesMs, makeLink } from "./links.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

/** Answers before the letter is written: how long that takes would tell who is known here. */
export async function askForLink(input: In<"askForLink">, ctx: CallContext) {
  void sendLink(input, ctx).catch((error) =>
    ctx.broker.logger.error(`A link was not sent: ${error.message}`),
  );
  return {};
}

async function sendLink({ email, language, back }: In<"askForLink">, ctx: CallContext): Promise<void> {
  const { mongo, clock, config } = kernelOf(ctx.broker);
  const person = await whoseAddress(ctx, email);
  const { browser } = ctx.meta;
  if (!person || !browser) return;
  const now = clock.now();
  const row = await rowOf(ctx, person);
  const isKnown = (await knownOf(mongo, person)).browsers?.includes(browser) ?? false;
  if (!row || !membershipOf(row) || !(await mayAskForLetter(mongo, { person, browser, isKnown }, now)))
    return;
  // A letter alone opens nothing of the office's: there it is for who has no password, or has forgotten it.
  const staff = isStaffPerson(row);
  const opens = staff ? "password" : "session";
  const made = await makeLink(mongo, { person, opens, browser, lifetimeMs: lifetimesMs.asked }, now);
  const page = new URL(staff ? "/sign-in/new-password" : "/sign-in/link", siteOf(config));
  if (back) page.searchParams.set("back", back);
  // After the #, which no browser sends along: it stands in no log of a server.
  page.hash = made.secret;
  const letter = {
    id: `sign-in/${made.id}`,
    subject: `person/${person}` as const,
    to: email,
    language,
    template: staff ? ("new-password" as const) : ("sign-in" as const),
    params: { link: page.href },
    notAfter: made.endsAt.toISOString(),
  };
  await postLetters(ctx, [letter]);
}

export async function signInByLink({ link }: In<"signInByLink">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const { browser } = ctx.meta;
  const found = await findLink(mongo, { secret: link, browser, opens: ["session"] }, clock.now());
  const used = found && (await consumeLink(mongo, found)) && (await startSessionOf(ctx, found.person));
  if (found && used && browser) {
    await knowBrowser(mongo, found.person, browser);
    await letterWasUsed(mongo, found.person, browser, clock.now());
  }
  return found && used ? { person: found.person, secret: used } : refuse("identity.link-invalid");
}
