import { personNames } from "#services/names.ts";
import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import { recall } from "#shared/documents/remember.ts";
import { happenedUntil } from "#shared/log/as-it-was.ts";
import { asItWas } from "#shared/views/as-it-was.ts";
import type { Answers } from "../registrations/answers.ts";
import { rowOf } from "../registrations/own.ts";
import { type Sent, withoutReplies } from "../registrations/sent.ts";
import { tellerOf } from "../registrations/telling.ts";
import { registrationRows } from "../registrations/views/registrations.ts";
import type { actions, Fact } from "./contract.ts";

export async function registrationAsItWas(
  { id, at }: Input<typeof actions.registrationAsItWas>,
  ctx: CallContext,
) {
  if (!(await rowOf(ctx, id))) return refuse("not-found");
  const events = await happenedUntil(ctx, [`registration/${id}`, `owner/${id}`], new Date(at));
  const sent = await recall<Sent>(
    ctx,
    events.flatMap(({ data }) => (data as { answers?: string }).answers ?? []),
  );
  const found = await asItWas(registrationRows, id, events, (row) => {
    const { state, dueAt, waivedFor, owner, answers } = row;
    return { state, dueAt, waivedFor, owner, ...withoutReplies(sent.get(answers) ?? {}) };
  });
  if (!found) return { answers: {}, setBy: [] };
  const { state, dueAt, waivedFor, owner, ...answers } = found.facts;
  const tell = await tellerOf(ctx, id, events);
  const name = owner && (await personNames(ctx, [owner]))[owner];
  return {
    state,
    ...(dueAt && { dueAt }),
    ...(waivedFor && { waivedFor }),
    ...(name && { owner: name }),
    answers: answers as Answers,
    setBy: found.setBy.map(([fact, event]) => ({ fact: fact as Fact, ...tell(event) })),
  };
}
