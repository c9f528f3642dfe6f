import { asSystem, type CallContext, callAs } from "#shared/contract/call.ts";
import type { Output } from "#shared/contract/contract.ts";
import { isRefusal } from "#shared/contract/refusals.ts";
import type { Recorded } from "#shared/log/commit.ts";
import { identity } from "./identity/identity.contract.ts";

/** `who`: name and organisation; empty for the system itself. Of an erased person, only the organisation. */
type Doer = { who: string; erased?: true };

/** Says who did something, by name where there still is one. */
export async function actorNames(ctx: CallContext, events: Recorded[]): Promise<(event: Recorded) => Doer> {
  const people = events.flatMap(({ by }) => by.person ?? []);
  const organisations = events.flatMap(({ by }) => by.organisation ?? []);
  const names = await namesOf(ctx, people, organisations);
  const erased = new Set(names.erased);
  return ({ by: { person = "", organisation = "" } }) => ({
    who: [names.people[person], names.organisations[organisation]].filter(Boolean).join(", "),
    ...(erased.has(person) && { erased: true as const }),
  });
}

export async function organisationNames(ctx: CallContext, ids: string[]): Promise<Record<string, string>> {
  return (await namesOf(ctx, [], ids)).organisations;
}

/** Of those who are known and have not been erased. */
export async function personNames(ctx: CallContext, ids: string[]): Promise<Record<string, string>> {
  return (await namesOf(ctx, ids, [])).people;
}

/** As many of each as are answered at once. */
const slice = 500;

/** Of the home cluster: neither its office nor a foreign cluster. As far as the caller has seen, so that one admitted just now is. */
export async function isMember(ctx: CallContext, organisation: string): Promise<boolean> {
  const { kinds } = await namesOf(ctx, [], [organisation], ctx.meta.after);
  const kind = kinds[organisation];
  return kind !== undefined && kind !== "office" && kind !== "cluster";
}

type Names = Output<typeof identity.actions.namesOf>;

/** Who may see a list may see the names in it, so the service asks in its own name, and as often as the list is long. */
async function namesOf(
  ctx: CallContext,
  people: string[],
  organisations: string[],
  after?: number,
): Promise<Names> {
  const wanted = { people: [...new Set(people)], organisations: [...new Set(organisations)] };
  const own = asSystem(ctx.service!.name, after === undefined ? {} : { after });
  // Without what every object is born with: somebody may be called "constructor".
  const table = () => Object.create(null);
  const known: Names = { people: table(), organisations: table(), kinds: table(), erased: [] };
  for (let from = 0; from < Math.max(wanted.people.length, wanted.organisations.length); from += slice) {
    const part = (ids: string[]) => ids.slice(from, from + slice);
    const asked = { people: part(wanted.people), organisations: part(wanted.organisations) };
    const { reply } = await callAs(ctx.broker, identity.actions.namesOf, asked, own, ctx);
    if (isRefusal(reply)) continue;
    Object.assign(known.people, reply.people);
    Object.assign(known.organisations, reply.organisations);
    Object.assign(known.kinds, reply.kinds);
    known.erased.push(...reply.erased);
  }
  return known;
}
