import type { CallContext } from "#shared/contract/call.ts";
import type { Input } from "#shared/contract/contract.ts";
import { recordOfPerson } from "#shared/contract/reads.ts";
import { kernelOf } from "#shared/kernel.ts";
import { idOf } from "#shared/log/events.ts";
import { streamsOf } from "../people/streams.ts";
import { namesOfDoers } from "../reads/doers.ts";
import { mayKnow, seesOthers } from "../reads/visible.ts";
import type { actions } from "./contract.ts";
import { type Change, collect } from "./lines.ts";

type Wanted = Input<typeof actions.changes>;

const pageSizes = { page: 50, export: 1_000 };

export async function changes(wanted: Wanted, ctx: CallContext) {
  const { person, stream } = wanted;
  const end = (await headNow(ctx)) + 1;
  const before = Math.min(wanted.before ?? end, end);
  const matches = (one: Change) =>
    (!person || one.by.person === person) && (!stream || one.stream === stream) && isTheirs(ctx, one);
  const { found, next } = await collect(ctx, { ...filterOf(ctx, wanted), before }, matches, pageSizes.page);
  return { rows: await shown(ctx, found), ...(next && { next }) };
}

/** What they did, and what was done with them: of the newest commits, as many as one look finds. */
export async function changesAbout(ctx: CallContext, person: string) {
  const before = (await headNow(ctx)) + 1;
  const streams = streamsOf(person);
  const isAbout = ({ by, stream }: Change) => by.person === person || streams.includes(stream);
  const { found } = await collect(ctx, { ...byOrAbout(person), before }, isAbout, pageSizes.export);
  return shown(ctx, found);
}

async function headNow(ctx: CallContext): Promise<number> {
  const { tail } = kernelOf(ctx.broker);
  await tail.catchUp();
  return tail.head();
}

function isTheirs(ctx: CallContext, { by: { person = "" }, stream, command }: Change): boolean {
  const id = idOf({ stream });
  const record = streamsOf(id).includes(stream) ? recordOfPerson(id) : stream;
  return mayKnow(ctx.meta.who, { person, record, action: command });
}

/** Commits in which something may stand that is asked for and may be known; which of their lines, is looked at one by one. */
function filterOf(ctx: CallContext, { person, stream }: Wanted) {
  const { who } = ctx.meta;
  const self = who.kind === "person" ? who.person : "";
  const theirs = seesOthers(who) ? {} : byOrAbout(self);
  return {
    ...(person ? { "entries.outcomes.by.person": person } : theirs),
    ...(stream && { "entries.stream": stream }),
  };
}

const byOrAbout = (person: string) => ({
  $or: [{ "entries.outcomes.by.person": person }, { "entries.stream": { $in: streamsOf(person) } }],
});

async function shown(ctx: CallContext, found: Change[]) {
  const namesOf = await namesOfDoers(
    ctx,
    found.map(({ by }) => by),
  );
  return found.map(({ number, at, by, command, stream, trace, reply, events }) => {
    const { person, organisation, token, system } = by;
    const { refused, params } = reply as { refused?: string; params?: object };
    return {
      ...{ number, at: at.toISOString() },
      ...(person && { person }),
      ...(organisation && { organisation }),
      ...namesOf(by),
      ...(token && { token }),
      ...(system && { system }),
      ...{ command, stream },
      ...(refused && { refused, refusedWith: JSON.stringify(params ?? {}) }),
      events: events.map(({ type, data }) => ({ event: type, data: JSON.stringify(data) })),
      ...(trace && { trace }),
    };
  });
}
