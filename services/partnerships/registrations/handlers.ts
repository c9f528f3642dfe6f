import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { answersOf, draftsOf } from "#shared/documents/drafts.ts";
import { remember } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Answers } from "./answers.ts";
import type { actions } from "./contract.ts";
import { judge } from "./criteria.ts";
import { formFault } from "./drafting.ts";
import { missingFields } from "./fields.ts";
import { type Registration, registration } from "./registrations.ts";
import * as rules from "./rules.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const stateOf = (after: Registration) => ({ state: after.state });

export async function submit({ id }: In<"submit">, ctx: CallContext) {
  const drafts = draftsOf(kernelOf(ctx.broker).mongo, "partnerships");
  const draft = await drafts.findById(id).lean();
  if (!draft) return refuse("not-found");
  const answers = answersOf(draft) as Answers;
  const fields = missingFields(answers);
  if (fields.length) return refuse("partnerships.answers-missing", { fields });
  const asked = askedAnswers(answers);
  const no = formFault(asked, asked);
  if (no) return no;
  const version = await remember(
    ctx,
    { kind: "answers", subject: undefined, term: "two-years-after-decision" },
    asked,
  );
  const { name, country, ecosystems, summary, language, recognisedBy } = asked as Required<Answers>;
  const region = asked.nutsRegion ?? asked.subdivision;
  const submission = {
    ...{ answers: version, name, country, ecosystems, summary, language, criteria: judge(asked) },
    ...(region && { region }),
    ...(recognisedBy && { recognisedBy }),
  };
  const reply = await execute(ctx, registration, id, rules.submit, submission, {}, stateOf);
  // From here on it is a registration: the sweep of drafts passes it by.
  if ("state" in reply) await drafts.updateOne({ _id: id }, { $unset: { endsAt: true } });
  return reply;
}

/** Answers to questions of another country, put aside when it was changed, are not sent. */
function askedAnswers(answers: Answers): Answers {
  const entries = Object.entries(answers).filter(([field]) => !formFault(answers, { [field]: undefined }));
  return Object.fromEntries(entries) as Answers;
}

export async function askChanges({ id, version, note }: In<"askChanges">, ctx: CallContext) {
  const document = await remember(
    ctx,
    { kind: "note", subject: undefined, term: "two-years-after-decision" },
    { text: note },
  );
  return execute(ctx, registration, id, rules.askChanges, { note: document }, {}, stateOf, {
    expected: version,
  });
}

export async function waive({ id, version, programme }: In<"waive">, ctx: CallContext) {
  const { who } = ctx.meta;
  const officer = who.kind === "person" ? who.person : "";
  return execute(ctx, registration, id, rules.waiveCriteria, { programme, officer }, {}, stateOf, {
    expected: version,
  });
}

export const accept = ({ id, version }: In<"accept">, ctx: CallContext) =>
  execute(ctx, registration, id, rules.accept, {}, {}, stateOf, { expected: version });

export async function reject({ id, version, reason }: In<"reject">, ctx: CallContext) {
  const document = await remember(
    ctx,
    { kind: "note", subject: undefined, term: "two-years-after-decision" },
    { text: reason },
  );
  return execute(ctx, registration, id, rules.reject, { reason: document }, {}, stateOf, {
    expected: version,
  });
}

export const confirm = ({ id }: In<"confirm">, ctx: CallContext) =>
  execute(ctx, registration, id, rules.confirm, {}, {}, stateOf);

export const expire = ({ id }: In<"expire">, ctx: CallContext) =>
  execute(ctx, registration, id, rules.expire, {}, {}, stateOf);
