import { postLetters } from "#services/post-letters.ts";
import { settingsNow } from "#services/settings-now.ts";
import { keyedHash } from "#shared/access/secrets.ts";
import { siteOf } from "#shared/config/site.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { stateNow } from "#shared/contract/execute.ts";
import { recall } from "#shared/documents/remember.ts";
import { spoken, text } from "#shared/i18n/i18n.ts";
import { kernelOf } from "#shared/kernel.ts";
import { addLetterLink } from "../registrations/links.ts";
import { rowOf } from "../registrations/own.ts";
import { registration } from "../registrations/registrations.ts";
import { isClustersTurn } from "../registrations/rules.ts";
import type { Note, Sent } from "../registrations/sent.ts";
import type { actions } from "./contract.ts";

export async function writeToCluster(
  { id, about, event, note: document, decision = 0 }: Input<typeof actions.writeToCluster>,
  ctx: CallContext,
) {
  const { mongo, config } = kernelOf(ctx.broker);
  // What was sent, for its address was confirmed. The draft may hold another by now.
  const { submission, untold } = await stateNow(ctx, registration, id);
  if (untold.includes(decision)) return {};
  const written = await recall<Sent & Note>(
    ctx,
    [submission?.answers, document].filter((one) => one !== undefined),
  );
  const {
    name,
    contactEmail,
    contactLanguage: language = "en",
  } = written.get(submission?.answers ?? "") ?? {};
  // Erased meanwhile, or before anyone left an address.
  if (!name || !contactEmail) return {};
  // Made of the event: whoever asks again for the same letter makes the same link.
  const secret = keyedHash(config.secret, `letter\n${event}\n${id}`);
  await addLetterLink(mongo, id, secret);
  const settings = await settingsNow(ctx);
  const link = `${siteOf(config)}/${spoken(language, settings)}/register#${id}.${secret}`;
  const note = written.get(document ?? "");
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
