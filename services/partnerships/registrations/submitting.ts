import { settingsNow } from "#services/settings-now.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { askedBy, execute, overtake, stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { type Draft, draftOf, draftsOf, sealDraft, unsealDraft } from "#shared/documents/drafts.ts";
import { remember } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import { isConfirmed } from "../addresses/addresses.ts";
import { likenessOf } from "../likeness/likeness.ts";
import { answersIn, repliesIn } from "../replies/replies.ts";
import type { Answers } from "./answers.ts";
import type { actions } from "./contract.ts";
import { judge } from "./criteria.ts";
import { formFault } from "./faults.ts";
import { missingFields } from "./fields.ts";
import { rowOf } from "./own.ts";
import { registration, steps } from "./registrations.ts";
import * as rules from "./rules.ts";

/**
 * Hands in the version of the draft that its caller saw. First the draft is sealed by this command, so that no save
 * slips in between; then the log decides. Killed in between, the same key goes on from there. Should it never come
 * again, the next save or submission overtakes this one.
 */
export async function submit({ id, version }: Input<typeof actions.submit>, ctx: CallContext) {
  const asked = askedBy(ctx);
  const kernel = kernelOf(ctx.broker);
  const office = await settingsNow(ctx);
  for (;;) {
    const draft = await draftOf(kernel, "partnerships", id);
    if (!draft) return refuse("not-found");
    if (draft.version !== version) return refuse("stale", { version: draft.version });
    const answers = answersIn(draft);
    const fields = missingFields(answers);
    if (fields.length) return refuse("partnerships.answers-missing", { fields });
    const sent = askedAnswers(answers);
    if (!(await isConfirmed(kernel, id, answers.contactEmail)))
      return refuse("partnerships.address-unconfirmed");
    const no = formFault(sent, sent) ?? (await overtaken(ctx, draft, asked.key));
    if (no) return no;
    // Before the seal: what is sealed goes to the log at once, and few saves come early enough to overtake it.
    const replies = repliesIn(draft, (await rowOf(ctx, id))?.round ?? 0);
    const submission = {
      ...submissionOf(kernel.config.secret, sent),
      answers: await remember(ctx, { ...kept, subject: `registration/${id}` }, { ...sent, replies }),
    };
    if (!(await sealDraft(draftsOf(kernel.mongo, "partnerships"), draft, asked))) continue;
    return execute(ctx, registration, id, rules.submit, submission, { office }, ({ state }) => ({ state }));
  }
}

const kept = { kind: "answers", term: "two-years-after-decision" } as const;

/** Answers to questions of another country, put aside when it was changed, are not sent. */
export function askedAnswers(answers: Answers): Answers {
  const entries = Object.entries(answers).filter(([field]) => !formFault(answers, { [field]: undefined }));
  return Object.fromEntries(entries) as Answers;
}

function submissionOf(secret: string, sent: Answers) {
  const { name, country, ecosystems, language, recognisedBy } = sent as Required<Answers>;
  const likeness = likenessOf(secret, sent);
  const region = sent.nutsRegion ?? sent.subdivision;
  return {
    ...{ name, country, ecosystems, language, criteria: judge(sent) },
    ...(region && { region }),
    ...(recognisedBy && { recognisedBy }),
    ...(likeness && { likeness }),
  };
}

type Sealed = Pick<Draft, "_id" | "version" | "sealed">;

/** A submission that has sealed the draft has come to something, or will come to nothing. Ours may go on. */
async function overtaken(ctx: CallContext, { _id, version, sealed }: Sealed, own?: string) {
  if (!sealed || sealed.key === own) return undefined;
  return overtake(ctx, registration, _id, sealed, refuse("stale", { version }));
}

/** Takes the seal off when nothing came of the submission, or when changes have been asked since. */
export async function unseal(ctx: CallContext, draft: Sealed) {
  const busy = await overtaken(ctx, draft);
  if (busy) return busy;
  const { state } = await stateNow(ctx, registration, draft._id);
  if (!steps[state].includes("submit"))
    return refuse("partnerships.illegal-step", { state, allowed: steps[state] });
  if (draft.sealed)
    await unsealDraft(draftsOf(kernelOf(ctx.broker).mongo, "partnerships"), draft._id, draft.sealed);
  return undefined;
}
