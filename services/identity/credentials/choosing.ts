import type { CallContext } from "#shared/contract/call.ts";
import { kernelOf } from "#shared/kernel.ts";
import { among } from "#shared/mongo/filters.ts";
import { read } from "#shared/views/read.ts";
import { organisationRows } from "../organisations/views/organisations.ts";
import { documentOf, rowOf } from "../people/own.ts";
import { endSessions } from "../sessions/end.ts";
import { keep, knownOf } from "./credentials.ts";
import { isLeaked } from "./leaked.ts";
import { isPassword, type PasswordHash } from "./passwords.ts";
import { sayChanged } from "./say-changed.ts";
import { isEasilyGuessed } from "./strength.ts";

/** Why this person may not have it; none: they may. */
export async function whyNotThisOne(ctx: CallContext, person: string, password: string) {
  const { config, mongo } = kernelOf(ctx.broker);
  const ownWords = await ownWordsOf(ctx, person);
  if (await isEasilyGuessed(ctx, person, password, ownWords)) return "identity.easily-guessed";
  if (await isLeaked(password, config.leakedPasswordsUrl, ctx.broker.logger)) return "identity.known-leaked";
  // Last: whoever holds a link alone is told no more of the password there is than by as many tries as a link has.
  const { password: now } = await knownOf(mongo, person);
  return now && (await isPassword(password, now)) ? "identity.same-password" : undefined;
}

/** What a stranger would try first. */
async function ownWordsOf(ctx: CallContext, person: string): Promise<string[]> {
  const row = await rowOf(ctx, person);
  const { name = "", email = "" } = (row && (await documentOf(ctx, row))) ?? {};
  const organisations = row?.memberships.map(({ organisation }) => organisation) ?? [];
  const rows = await (await read(ctx, organisationRows)).find({ _id: among(organisations) }).lean();
  const names = rows.map((organisation) => organisation.name);
  const words = [name, email, person, ...organisations, ...names].flatMap((text) => [
    text,
    ...text.split(/[^\p{L}\d]+/u),
  ]);
  return ["causeway", ...words.filter((word) => word.length > 2)];
}

/** Whoever was signed in with the old one no longer is. */
export async function storePassword(ctx: CallContext, person: string, password: PasswordHash): Promise<void> {
  const { mongo } = kernelOf(ctx.broker);
  const isFirst = !(await knownOf(mongo, person)).password;
  await keep(mongo, person, { $set: { password } });
  await endSessions(ctx, { person });
  await sayChanged(ctx, person, isFirst ? "first-password" : "password");
}

export async function loseSecondFactor(ctx: CallContext, person: string): Promise<void> {
  const { mongo } = kernelOf(ctx.broker);
  await keep(mongo, person, { $unset: { secondFactor: 1, nextSeed: 1, recovery: 1, browsers: 1 } });
  await sayChanged(ctx, person, "second-factor-lost");
}
