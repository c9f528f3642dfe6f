import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { execute } from "#shared/contract/execute.ts";
import { isRefusal, refuse } from "#shared/contract/refusals.ts";
import { read } from "#shared/views/read.ts";
import { leavesNobodyWhoMayActIn } from "../memberships/left.ts";
import { namesOfPeople } from "../people/names.ts";
import { rowOf } from "../people/own.ts";
import { lacksFreshProof } from "../people/proof.ts";
import { personRows } from "../people/views/people.ts";
import { endSessions } from "../sessions/end.ts";
import { endTokens } from "../tokens/end.ts";
import type { actions } from "./contract.ts";
import { erasure } from "./erasures.ts";
import { ask, erase, withdraw } from "./rules.ts";
import { erasureRows } from "./views/erasures.ts";

type In<A extends keyof typeof actions> = Input<(typeof actions)[A]>;

export async function askErasure({ id }: In<"askErasure">, ctx: CallContext) {
  if (!(await isKnown(ctx, id))) return refuse("not-found");
  if (await lacksFreshProof(ctx)) return refuse("step-up-required");
  const { who } = ctx.meta;
  const by = who.kind === "person" ? who.person : "";
  return execute(ctx, erasure, id, ask, { by }, {}, () => ({ person: id }));
}

export async function withdrawErasure({ id }: In<"withdrawErasure">, ctx: CallContext) {
  if (!(await isKnown(ctx, id))) return refuse("not-found");
  return execute(ctx, erasure, id, withdraw, { person: id }, {}, () => ({ person: id }));
}

/** The keepers of every service delete what is theirs; here only what must not wait for them. */
export async function erasePerson({ id }: In<"erasePerson">, ctx: CallContext) {
  const row = await rowOf(ctx, id);
  if (!row) return refuse("not-found");
  if (ctx.meta.who.kind === "person")
    for (const { organisation } of row.memberships)
      if (await leavesNobodyWhoMayActIn(ctx, organisation, id)) return refuse("identity.last-in-charge");
  const done = await execute(ctx, erasure, id, erase, {}, {}, () => ({ person: id }));
  if (isRefusal(done)) return done;
  await endSessions(ctx, { person: id });
  await endTokens(ctx, { person: id });
  return done;
}

export async function erasures(_input: object, ctx: CallContext) {
  const asked = await (await read(ctx, erasureRows)).find({}).sort({ position: 1 }).limit(200).lean();
  const names = await namesOfPeople(
    ctx,
    asked.flatMap(({ _id, askedBy }) => [_id, askedBy]),
  );
  return {
    rows: asked.map(({ _id: person, askedBy, at }) => ({
      ...{ person, askedBy, at },
      ...(names[person] && { name: names[person] }),
      ...(names[askedBy] && { askedByName: names[askedBy] }),
    })),
  };
}

const isKnown = async (ctx: CallContext, id: string): Promise<boolean> =>
  Boolean(await (await read(ctx, personRows)).exists({ _id: id }));
