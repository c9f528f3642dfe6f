import { postLetters } from "#services/post-letters.ts";
import { settingsNow } from "#services/settings-now.ts";
import { keyedHash } from "#shared/access/secrets.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import { spoken, text } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import { addLetterLink } from "../registrations/links.ts";
import { answersIn } from "../replies/replies.ts";
import type { actions } from "./contract.ts";
import { secretOf, sectionLinksOf } from "./links.ts";
import { sectionLinks } from "./section-links.ts";

export async function writeAboutSection(
  { id, link: held, about, event }: Input<typeof actions.writeAboutSection>,
  ctx: CallContext,
) {
  const kernel = kernelOf(ctx.broker);
  const { mongo, config } = kernel;
  const link = await sectionLinksOf(mongo).findById(held).lean();
  const sent = (await stateNow(ctx, sectionLinks, id))[held];
  const draft = await draftOf(kernel, "partnerships", id);
  // Erased or withdrawn meanwhile.
  if (!link || !draft || !sent || sent.withdrawn) return {};
  const settings = await settingsNow(ctx);
  const { language, email, message, askerEmail, askerName } = link;
  const locale = spoken(language, settings);
  const section = text(locale, "partnerships", `sections.${sent.section}`);
  const { name = askerEmail } = answersIn(draft);
  const common = { id: `${event}/${id}`, subject: `registration/${id}` as const, language };
  const at = (page: string, secret: string) => `${siteOf(config)}/${locale}/${page}#${id}.${secret}`;
  const who = askerName ? `${askerName} (${askerEmail})` : askerEmail;
  const toColleague = {
    ...common,
    ...{ to: email, template: "section-sent" as const, notAfter: sent.endsAt },
    params: {
      ...{ name, section, who, until: sent.endsAt },
      link: at("register/section", secretOf(config.secret, held)),
      ...(message && { message, context: "message" }),
    },
  };
  if (about === "sent") {
    await postLetters(ctx, [toColleague]);
    return {};
  }
  // Made of the event: whoever asks again for the same letter makes the same link.
  const secret = keyedHash(config.secret, `letter\n${event}\n${id}`);
  await addLetterLink(mongo, id, secret);
  const toAsker = { to: askerEmail, template: "section-filled-in" as const };
  const params = { name, section, email, link: at("register", secret) };
  await postLetters(ctx, [{ ...common, ...toAsker, params }]);
  return {};
}
