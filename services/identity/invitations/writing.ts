import { postLetters } from "#services/post-letters.ts";
import { hashOf, keyedHash } from "#shared/access/secrets.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { kernelOf } from "#shared/kernel.ts";
import { organisationOf } from "../organisations/own.ts";
import { namesOfPeople } from "../people/names.ts";
import type { actions } from "./contract.ts";
import { invitationLettersOf } from "./letters.ts";

/** Its link takes the place of the one in the letter before. */
export async function writeToInvited(
  { invitation, endsAt, event }: Input<typeof actions.writeToInvited>,
  ctx: CallContext,
) {
  const { mongo, config } = kernelOf(ctx.broker);
  // Made of the event: whoever asks again for the same letter makes the same link.
  const secret = keyedHash(config.secret, `invitation\n${event}`);
  const change = { $set: { link: hashOf(secret), endsAt: new Date(endsAt) } };
  const found = await invitationLettersOf(mongo).findOneAndUpdate({ _id: invitation }, change).lean();
  const home = found && (await organisationOf(ctx, found.organisation));
  // Withdrawn or accepted meanwhile.
  if (!found || !home) return {};
  const { person, email, language, by } = found;
  const names = await namesOfPeople(ctx, by ? [by] : []);
  const letter = {
    id: `${event}/${person}`,
    subject: `person/${person}` as const,
    ...(by && { names: `person/${by}` as const }),
    to: email,
    language,
    template: "invitation" as const,
    params: {
      name: (by && names[by]) ?? home.name,
      organisation: home.name,
      // After the #, which no browser sends along: it stands in no log of a server.
      link: `${siteOf(config)}/invitation#${invitation}.${secret}`,
    },
    notAfter: endsAt,
  };
  await postLetters(ctx, [letter]);
  return {};
}
