import { codeList } from "#shared/codes/codes.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { draftEnd, draftOf, draftsOf, saveDraft as save } from "#shared/documents/drafts.ts";
import { newId } from "#shared/ids.ts";
import { kernelOf } from "#shared/kernel.ts";
import { read } from "#shared/views/read.ts";
import { keepAddress } from "../addresses/addresses.ts";
import { answersIn } from "../replies/replies.ts";
import { keepSections } from "../section-links/links.ts";
import { openSection } from "../section-links/open-section.ts";
import { answerFields, type Field } from "./answers.ts";
import type { actions } from "./contract.ts";
import { formFault } from "./faults.ts";
import { keepLinks, makeLink, makeNextLink } from "./links.ts";
import { steps } from "./registrations.ts";
import { isIn, type SentSection } from "./sections.ts";
import { unseal } from "./submitting.ts";
import { registrationRows } from "./views/registrations.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function startDraft({ country, language }: In<"startDraft">, ctx: CallContext) {
  if (!codeList("countries").isCurrent(country)) return refuse("partnerships.country-unknown");
  const { mongo, clock } = kernelOf(ctx.broker);
  const id = newId();
  const endsAt = draftEnd(clock.now());
  const begun = { country, language, contactLanguage: language };
  const fields = Object.fromEntries(
    Object.entries(begun).map(([field, value]) => [field, { value, version: 1 }]),
  );
  await draftsOf(mongo, "partnerships").create({ _id: id, version: 1, fields, endsAt });
  const link = await makeLink(mongo, id, clock.now());
  return { id, link, version: 1, endsAt: endsAt.toISOString() };
}

export async function saveDraft({ id, version, changes, cleared = [] }: In<"saveDraft">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  const draft = await draftOf(kernel, "partnerships", id);
  if (!draft) return refuse("not-found");
  const changed = [...(Object.keys(changes) as Field[]), ...cleared];
  const section = await openSection(ctx, changed);
  if (isRefusal(section)) return section;
  const row = await (await read(ctx, registrationRows)).findById(id).lean();
  const state = row?.state ?? "draft";
  if (!steps[state].includes("submit"))
    return refuse("partnerships.illegal-step", { state, allowed: steps[state] });
  const no = formFault({ ...answersIn(draft), ...changes }, changes);
  if (no) return no;
  const away = Object.fromEntries(cleared.map((field) => [field, null]));
  for (;;) {
    const now = kernel.clock.now();
    const drafts = draftsOf(kernel.mongo, "partnerships");
    const saved = await save(drafts, id, version, { ...changes, ...away }, now);
    if (!saved) return refuse("not-found");
    if ("clash" in saved)
      return refuse("partnerships.draft-clash", { version: saved.version, fields: saved.clash as Field[] });
    if ("others" in saved) {
      // Of one that was taken back these have an end too.
      await keepLinks(kernel.mongo, id, draftEnd(now));
      await keepAddress(kernel.mongo, id, draftEnd(now));
      await keepSections(kernel.mongo, id, draftEnd(now));
      return { version: saved.version, others: saved.others.filter(isSeen(section)) };
    }
    const sealed = await unseal(ctx, { _id: id, ...saved });
    if (sealed) return sealed;
  }
}

/** Whoever has one section reads nothing of the others. */
const isSeen =
  (section: SentSection | undefined) =>
  (name: string): name is Field =>
    name in answerFields && (!section || isIn(section, name));

export async function renewLink({ id }: In<"renewLink">, ctx: CallContext) {
  const kernel = kernelOf(ctx.broker);
  if (!(await draftOf(kernel, "partnerships", id))) return refuse("not-found");
  return { link: await makeNextLink(kernel.mongo, id) };
}
