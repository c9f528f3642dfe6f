import { postLetters } from "#services/post-letters.ts";
import { settingsNow } from "#services/settings-now.ts";
import { keyedHash } from "#shared/access/secrets.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { draftsOf } from "#shared/documents/drafts.ts";
import { recall } from "#shared/documents/remember.ts";
import { spoken, text } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Answers } from "../registrations/answers.ts";
import { addLetterLink } from "../registrations/links.ts";
import { rowOf } from "../registrations/own.ts";
import { isClustersTurn } from "../registrations/rules.ts";
import type { Note } from "../registrations/sent.ts";
import { answersIn } from "../replies/replies.ts";
import type { actions } from "./contract.ts";

export async function writeToCluster(
  { id, about, event, note: document }: Input<typeof actions.writeToCluster>,
  ctx: CallContext,
) {
  const { mongo, config } = kernelOf(ctx.broker);
  const draft = await draftsOf(mongo, "partnerships").findById(id).lean();
  const { name, contactEmail, contactLanguage: language = "en" } = (draft ? answersIn(draft) : {}) as Answers;
  // Erased meanwhile, or before anyone left an address.
  if (!name || !contactEmail) return {};
  // Made of the event: whoever asks again for the same letter makes the same link.
  const secret = keyedHash(config.secret, `letter\n${event}\n${id}`);
  await addLetterLink(mongo, id, secret);
  const settings = await settingsNow(ctx);
  const link = `${siteOf(config)}/${spoken(language, settings)}/register#${id}.${secret}`;
  const [note] = (await recall<Note>(ctx, document ? [document] : [])).values();
  const letter = {
    id: `${event}/${id}${about === "reminded" ? "/reminded" : ""}`,
    subject: `registration/${id}` as const,
    to: contactEmail,
    language,
    template: `registration-${about}` as const,
    params: { name, link, ...(note && { note: inLines(note, spoken(language, settings)) }) },
  };
  await postLetters(ctx, [letter]);
  return {};
}

/** A question stands behind the name of what it is about. */
const inLines = ({ text: words, questions = [] }: Note, language: string): string =>
  [words, ...questions.map((one) => `${text(language, "partnerships", `fields.${one.field}`)}: ${one.text}`)]
    .filter(Boolean)
    .join("\n\n");

export async function remindCluster(
  { id, since, event }: Input<typeof actions.remindCluster>,
  ctx: CallContext,
) {
  const row = await rowOf(ctx, id);
  const waits = row && row.version === since && isClustersTurn(row.state);
  return waits ? writeToCluster({ id, about: "reminded", event }, ctx) : {};
}
