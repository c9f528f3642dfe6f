import { keyedId } from "#shared/access/secrets.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { askedBy, execute, stateNow } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import { kernelOf } from "#shared/kernel.ts";
import { putOnce } from "#shared/mongo/put-once.ts";
import { isConfirmed } from "../addresses/addresses.ts";
import { overDay, overHour } from "../addresses/limits.ts";
import { registration, steps } from "../registrations/registrations.ts";
import { answersIn } from "../replies/replies.ts";
import type { actions } from "./contract.ts";
import { hashOfLink, sectionLinksOf } from "./links.ts";
import { sinceOf } from "./open-section.ts";
import * as rules from "./rules.ts";
import { sectionLinks as feature, stateOf } from "./section-links.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const lettersAnHour = 10;

const ownDraft = (ctx: CallContext, id: string) => draftOf(kernelOf(ctx.broker), "partnerships", id);

const linkOf = (ctx: CallContext, { id, link }: In<"withdrawSection">) =>
  sectionLinksOf(kernelOf(ctx.broker).mongo).findOne({ _id: link, registration: id }).lean();

/** While the form may be changed, and not too often. */
async function mayWrite(ctx: CallContext, id: string, email: string) {
  const kernel = kernelOf(ctx.broker);
  const { state } = await stateNow(ctx, registration, id);
  if (!steps[state].includes("submit"))
    return refuse("partnerships.illegal-step", { state, allowed: steps[state] });
  const until =
    (await overHour(kernel, `section-letters/${id}`, lettersAnHour)) ?? (await overDay(kernel, email));
  return until && refuse("partnerships.letters-enough", { until: until.toISOString() });
}

export async function sendSection({ id, section, ...own }: In<"sendSection">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const draft = await ownDraft(ctx, id);
  if (!draft) return refuse("not-found");
  const { name, contactEmail, contactName } = answersIn(draft);
  if (!name) return refuse("partnerships.answers-missing", { fields: ["name" as const] });
  if (!contactEmail || !(await isConfirmed(kernel, id, contactEmail)))
    return refuse("partnerships.address-unconfirmed");
  const no = await mayWrite(ctx, id, own.email);
  if (no) return no;
  // Made of the command's key: it is kept before it is decided, and once, however often it is asked for.
  const link = keyedId(kernel.config.secret, `section-link-id\n${askedBy(ctx).key}`);
  const links = sectionLinksOf(kernel.mongo);
  const asker = { askerEmail: contactEmail, ...(contactName && { askerName: contactName }) };
  const ends = draft.endsAt && { endsAt: draft.endsAt };
  const kept = { hash: hashOfLink(kernel.config.secret, link), registration: id, ...own, ...asker, ...ends };
  await putOnce(links, [{ _id: link, term: "while-registered" as const, ...kept }]);
  const facts = { since: await sinceOf(ctx, id), draftEndsAt: draft.endsAt };
  const sent = await execute(ctx, feature, id, rules.send, { link, section }, facts, () => ({ link }));
  if (isRefusal(sent)) await links.deleteOne({ _id: link });
  return sent;
}

export async function sendSectionAgain(asked: In<"sendSectionAgain">, ctx: CallContext) {
  const { id, link } = asked;
  const [draft, found] = await Promise.all([ownDraft(ctx, id), linkOf(ctx, asked)]);
  if (!draft) return refuse("not-found");
  const no = found && (await mayWrite(ctx, id, found.email));
  if (no) return no;
  const facts = { since: await sinceOf(ctx, id), draftEndsAt: draft.endsAt };
  const decide = found ? rules.sendAgain : rules.gone;
  return execute(ctx, feature, id, decide, { link }, facts, () => ({}));
}

export async function withdrawSection({ id, link }: In<"withdrawSection">, ctx: CallContext) {
  if (!(await ownDraft(ctx, id))) return refuse("not-found");
  const facts = { since: await sinceOf(ctx, id) };
  return execute(ctx, feature, id, rules.withdraw, { link }, facts, () => ({}));
}

export async function sectionLinks({ id }: In<"sectionLinks">, ctx: CallContext) {
  const { mongo, clock } = kernelOf(ctx.broker);
  const links = await stateNow(ctx, feature, id);
  const { state } = await stateNow(ctx, registration, id);
  const at = { now: clock.now(), since: await sinceOf(ctx, id) };
  const maySend = steps[state].includes("submit");
  const found = await sectionLinksOf(mongo).find({ registration: id }).lean();
  const rows = found.flatMap(({ _id: link, email, message }) => {
    const sent = links[link];
    if (!sent) return [];
    const { section, sentAt, endsAt, filledInAt } = sent;
    const now = stateOf(sent, at);
    const sendAgain = maySend && now !== "withdrawn" ? ["send-again" as const] : [];
    return {
      ...{ link, section, email, sentAt, endsAt, state: now },
      ...(message && { message }),
      ...(filledInAt && { filledInAt }),
      abilities: [...sendAgain, ...(now === "open" ? ["withdraw" as const] : [])],
    };
  });
  return { rows: rows.sort((one, other) => other.sentAt.localeCompare(one.sentAt)) };
}
