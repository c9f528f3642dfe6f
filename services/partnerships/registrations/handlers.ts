import { settingsNow } from "#services/settings-now.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute, stateNow } from "#shared/contract/execute.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { draftOf } from "#shared/documents/drafts.ts";
import { recall } from "#shared/documents/remember.ts";
import { kernelOf } from "#shared/kernel.ts";
import type { Answers } from "./answers.ts";
import { hasBegun } from "./begun.ts";
import type { actions } from "./contract.ts";
import { rememberNote } from "./note.ts";
import { rowOf } from "./own.ts";
import { type Registration, registration } from "./registrations.ts";
import * as rules from "./rules.ts";
import type { Sent } from "./sent.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

const stateOf = (after: Registration) => ({ state: after.state });

export const withdraw = ({ id }: In<"withdraw">, ctx: CallContext) =>
  execute(ctx, registration, id, rules.withdraw, {}, {}, stateOf);

export async function askChanges({ id, version, note, questions = [] }: In<"askChanges">, ctx: CallContext) {
  if (!note && !questions.length) return refuse("partnerships.nothing-asked");
  const twice = questions.find(({ field }, n) => questions.findIndex((one) => one.field === field) !== n);
  if (twice) return refuse("partnerships.asked-twice", { field: twice.field });
  const document = await rememberNote(ctx, id, {
    ...(note && { text: note }),
    ...(questions.length && { questions }),
  });
  const facts = { office: await settingsNow(ctx) };
  return execute(ctx, registration, id, rules.askChanges, { note: document }, facts, stateOf, {
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
  const document = await rememberNote(ctx, id, { text: reason });
  return execute(ctx, registration, id, rules.reject, { reason: document }, {}, stateOf, {
    expected: version,
  });
}

/** Whatever its cluster has begun to write in answer is its own act. */
export async function undoDecision({ id, version }: In<"undoDecision">, ctx: CallContext) {
  const row = await rowOf(ctx, id);
  if (!row) return refuse("not-found");
  const draft = await draftOf(kernelOf(ctx.broker), "partnerships", id);
  const sent = (await recall<Sent>(ctx, [row.answers])).get(row.answers);
  const facts = { hasBegun: draft !== undefined && sent !== undefined && hasBegun(draft, sent, row.round) };
  return execute(ctx, registration, id, rules.undoDecision, {}, facts, stateOf, { expected: version });
}

/** Once it may be confirmed nothing else can be sent, so these answers are the ones. */
export async function confirm({ id }: In<"confirm">, ctx: CallContext) {
  const { submission } = await stateNow(ctx, registration, id);
  const documents = submission ? [submission.answers] : [];
  const [answers] = (await recall<Answers>(ctx, documents)).values();
  return execute(ctx, registration, id, rules.confirm, {}, { summary: answers?.summary }, stateOf);
}

/** Of a draft that was never sent, too; of what never was, nothing can be erased. */
export async function eraseRegistration({ id }: In<"eraseRegistration">, ctx: CallContext) {
  const { submission, erased } = await stateNow(ctx, registration, id);
  const draft = await draftOf(kernelOf(ctx.broker), "partnerships", id);
  if (!submission && !draft && !erased) return refuse("not-found");
  return execute(ctx, registration, id, rules.erase, {}, {}, stateOf);
}

export const takeDown = ({ id }: In<"takeDown">, ctx: CallContext) =>
  execute(ctx, registration, id, rules.takeDown, {}, {}, stateOf);

export const expire = ({ id, ...ends }: In<"expire">, ctx: CallContext) =>
  execute(ctx, registration, id, rules.expire, ends, {}, stateOf);
