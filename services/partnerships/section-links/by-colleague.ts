import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import { recall } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Answers } from "../registrations/answers.ts";
import { missingFields } from "../registrations/fields.ts";
import { rowOf } from "../registrations/own.ts";
import { isIn, type SentSection } from "../registrations/sections.ts";
import type { Note } from "../registrations/sent.ts";
import { answersIn } from "../replies/replies.ts";
import type { actions } from "./contract.ts";
import { sectionLinksOf } from "./links.ts";
import { heldLink } from "./open-section.ts";
import * as rules from "./rules.ts";
import { sectionLinks } from "./section-links.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const ownDraft = (ctx: CallContext, id: string) => draftOf(kernelOf(ctx.broker), "partnerships", id);

export async function ownSection({ id }: In<"ownSection">, ctx: CallContext) {
  const held = await heldLink(ctx, id);
  if ("refused" in held) return held;
  if (held.state !== "open") return refuse("partnerships.section-link-over", { state: held.state });
  const { section, endsAt } = held.sent;
  const link = await sectionLinksOf(kernelOf(ctx.broker).mongo).findById(held.link).lean();
  const draft = await ownDraft(ctx, id);
  if (!link || !draft) return refuse("not-found");
  const answers = answersIn(draft);
  return {
    ...{ id, section, endsAt, version: draft.version },
    // It may have been cleared since.
    name: answers.name ?? link.askerEmail,
    asker: { email: link.askerEmail, ...(link.askerName && { name: link.askerName }) },
    ...(link.message && { message: link.message }),
    answers: ofSection(answers, section),
    questions: await questionsAbout(ctx, id, section),
  };
}

const ofSection = (answers: Answers, section: SentSection): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([field]) => field === "country" || isIn(section, field)),
  );

async function questionsAbout(ctx: CallContext, id: string, section: SentSection) {
  const row = await rowOf(ctx, id);
  const note = row?.state === "changes-asked" ? row.notes.at(-1)?.note : undefined;
  const asked = note ? (await recall<Note>(ctx, [note])).get(note)?.questions : undefined;
  return (asked ?? []).filter(({ field }) => isIn(section, field));
}

export async function finishSection({ id }: In<"finishSection">, ctx: CallContext) {
  const held = await heldLink(ctx, id);
  if ("refused" in held) return held;
  const draft = await ownDraft(ctx, id);
  if (!draft) return refuse("not-found");
  const { link, sent, since, state } = held;
  const fields = missingFields(answersIn(draft)).filter((field) => isIn(sent.section, field));
  // Of one that is over that is said first; and whoever asks again after a lost answer gets the same one.
  if (state === "open" && fields.length) return refuse("partnerships.answers-missing", { fields });
  return execute(ctx, sectionLinks, id, rules.finish, { link }, { since }, () => ({}));
}
